/**
 * How fast an experiment trains on an engine, told from a few of its own steps on a few of its own samples: batches of
 * the real size through the real network, an update each, and a slice of evaluation.
 */
import { networkDataset, type PackedSource } from '../domain/data/dataset.ts'
import type { Experiment } from '../domain/experiment.ts'
import { initialWeights } from '../domain/initial-weights.ts'
import { EVALUATION_ROWS } from '../domain/memory.ts'
import type { CreateTrainer, Trainer } from './trainer.ts'

/** Before this many ms have passed, compilers are still at work on the step. */
const WARM_UP = 12
/** Steps and evaluations are each measured for this many ms, and at least once. */
const MEASURE = 15
const SAMPLES = 2 * EVALUATION_ROWS

/** Epochs per second. */
export async function epochsPerSecond(
  experiment: Experiment,
  createTrainer: CreateTrainer,
  source: PackedSource | undefined,
  now: () => number,
): Promise<number> {
  const few = sampleOf(experiment)
  const { batchSize } = few.training
  const count = few.data.train
  const trainer = createTrainer({
    experiment: few,
    weights: initialWeights(few),
    parts: { train: networkDataset(few, source).parts.train },
  })
  try {
    let steps = 0
    const rows = Math.min(batchSize, count)
    const step = () => {
      const from = (steps * rows) % Math.max(1, count - rows + 1)
      const batch = { from, to: from + rows, epoch: 1, index: steps++ }
      trainer.accumulate(batch, batch.from, batch.to)
      // Where the weights go does not matter; that they stay finite does.
      trainer.update(0)
    }
    const evaluate = () => trainer.measure('train', 0, Math.min(EVALUATION_ROWS, count))
    const stepTime = await msEach(step, trainer, now)
    const rowTime = (await msEach(evaluate, trainer, now)) / Math.min(EVALUATION_ROWS, count)
    const { data, training } = experiment
    const stepsPerEpoch = Math.ceil(data.train / training.batchSize)
    return 1000 / (stepsPerEpoch * stepTime + (data.train + data.validation) * rowTime)
  } finally {
    trainer.dispose()
  }
}

/** The experiment with no more samples than it takes to time it. */
function sampleOf(experiment: Experiment): Experiment {
  const { data, training } = experiment
  const train = Math.min(data.train, Math.max(SAMPLES, training.batchSize))
  return { ...experiment, data: { ...data, train, validation: 1, test: 1 } }
}

async function msEach(work: () => void, trainer: Trainer, now: () => number): Promise<number> {
  const round = async (least: number) => {
    const began = now()
    let times = 0
    // Settled now and then: a queue that only accepts work looks fast.
    for (let burst = 1; times === 0 || now() - began < least; burst *= 2) {
      for (let i = 0; i < burst; i++) work()
      times += burst
      await trainer.settle()
    }
    return (now() - began) / times
  }
  await round(WARM_UP)
  return round(MEASURE)
}
