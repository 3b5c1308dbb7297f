import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { EngineInfo } from '../../domain/run/engines.ts'
import type { CreateTrainer } from './trainer.ts'

/** What a worker is once it is open: a maker of trainers on one device. */
export interface Engine {
  readonly info: EngineInfo
  readonly createTrainer: CreateTrainer
  /** The most operations in a chunk of an experiment's work, between two looks at the messages (chunks.ts). */
  readonly chunkFlops: (experiment: Experiment) => number
  /** Whether work only joins a queue: the first epoch then compiles, and a read waits for all that came before it. */
  readonly queuesWork: boolean
  /** Sets how many cores each run may use from now on, where it can be more than one. */
  limitCores?(cores: number): void
  /** Calls back once if the device goes away. */
  watch(onLost: (reason: string) => void): void
}
