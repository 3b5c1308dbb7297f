/**
 * Measures how fast an experiment trains on an engine, with a few of its own epochs on a few of its own samples: the
 * real loop over batches of the real size through the real network.
 */
import { networkDataset } from '../../domain/data/dataset.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { initialWeights } from '../../domain/network/initial-weights.ts'
import type { Source } from '../../domain/table/source.ts'
import type { Engine } from './engine.ts'
import { Training } from './train.ts'

/** Compilers may still be at work until this many ms, and one epoch, have passed. */
const WARM_UP = 12
/** The measurement lasts this many ms, and at least one epoch. */
const MEASURE = 20
/** The number of samples of a part, but at least two batches. */
const SAMPLES = 256

/** Epochs per second. `now` in ms. */
export async function epochsPerSecond(
  experiment: Experiment,
  engine: Engine,
  source: Source | undefined,
  now: () => number,
): Promise<number> {
  const few = fewSamples(experiment)
  const { parts } = networkDataset(few, source)
  const trainer = engine.createTrainer({ experiment: few, weights: initialWeights(few), parts })
  await trainer.settled?.()
  const began = now()
  let warm: number | null = null
  let epochs = 0
  let ended = began
  const nothing = () => {}
  const host = {
    now,
    yieldToMessages: async () => {},
    rest: async () => {},
    onStart: nothing,
    onEpoch() {
      ended = now()
      if (warm !== null) epochs++
      else if (ended - began >= WARM_UP) warm = ended
      if (warm !== null && epochs > 0 && ended - warm >= MEASURE) training.stop()
    },
    onPaused: nothing,
    onRunning: nothing,
    onCheckpoint: nothing,
    onLeft: nothing,
  }
  const { pieceFlops } = engine
  const training = new Training(few, { parts }, trainer, host, {
    from: null,
    oneEpoch: false,
    pace: null,
    pieceFlops,
  })
  try {
    await training.run()
    return ((1000 * epochs) / (ended - (warm ?? began))) * (work(few) / work(experiment))
  } finally {
    training.dispose()
    trainer.dispose()
  }
}

/** The experiment on no more samples than it takes to time it. Its learning rate is 0, so that no weights diverge. */
function fewSamples(experiment: Experiment): Experiment {
  const { data, training, optimizer } = experiment
  const most = Math.max(SAMPLES, 2 * training.batchSize)
  return {
    ...experiment,
    data: {
      ...data,
      train: Math.min(data.train, most),
      validation: Math.min(data.validation, most),
      test: 1,
    },
    optimizer: { ...optimizer, learningRate: 0 },
    training: { ...training, epochs: Number.MAX_SAFE_INTEGER },
    earlyStopping: null,
  }
}

/** The passes through the network in an epoch, in samples: training costs as much as three evaluations. */
function work({ data }: Experiment): number {
  return 4 * data.train + data.validation
}
