/** Where a run belongs: whether another engine would bring it to its end sooner, the move included. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { multiplications, parameterCount } from '../domain/network/network.ts'
import { ENGINES, type EngineName, type EngineTime } from '../domain/run/engines.ts'

/** Another engine must be so many times quicker: times are measured in moments, and a run takes longer than that. */
const QUICKER = 1.25
/** What is won must be so many times what the move costs, and at least so many seconds. */
const [WORTH, LEAST] = [1.5, 0.3]

/** The operations that the first engine does in a second in a network of some size. */
const USUAL_FLOPS = 2e10
/** The operations of an update, for each weight. */
const UPDATE_FLOPS = 16

export interface Place extends EngineTime {
  readonly engine: EngineName
}

export interface Move {
  readonly to: EngineName
  /** How many times quicker its epochs are. */
  readonly quicker: number
}

/**
 * The engine that a run should go on with instead of the present one, on which an epoch takes `epoch` seconds; null
 * where it should stay.
 */
export function betterPlace(epoch: number, others: readonly Place[], epochsLeft: number): Move | null {
  const [best] = others
    .filter((other) => other.epoch * QUICKER <= epoch)
    .filter((other) => epochsLeft * (epoch - other.epoch) >= Math.max(WORTH * other.start, LEAST))
    .sort((a, b) => a.epoch * epochsLeft + a.start - (b.epoch * epochsLeft + b.start))
  return best ? { to: best.engine, quicker: epoch / best.epoch } : null
}

/**
 * Whether an engine whose steps cannot be shorter than some time could win at all: by the size of the network, and by
 * what an epoch takes on the present engine, where that is known.
 */
export function couldWin(engine: EngineName, experiment: Experiment, epoch: number | null): boolean {
  const { data, training } = experiment
  const steps = Math.ceil(data.train / training.batchSize)
  const shortest = 1 / ENGINES[engine].mostStepsPerSecond
  return usualStep(experiment) > shortest && (epoch === null || epoch > steps * shortest)
}

/**
 * Whether a device is a graphics card that is imitated in software, by the names that such renderers go by. It computes on
 * the same cores as the kernels that are made for them, and takes many times longer.
 */
export function isSoftware(device: string): boolean {
  return /swiftshader|llvmpipe|softpipe|basic render|software/i.test(device)
}

/** The seconds of a training step, as far as they can be told from the network's size. */
function usualStep(experiment: Experiment): number {
  const rows = Math.min(experiment.training.batchSize, experiment.data.train)
  const flops = 6 * multiplications(experiment) * rows + UPDATE_FLOPS * parameterCount(experiment)
  return flops / USUAL_FLOPS
}
