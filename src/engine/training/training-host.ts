/** What the training loop needs of the worker that it runs in, and what it tells it. */
import type { EpochRow, Start } from '../../domain/run/run.ts'
import type { Checkpoint, KeptState } from '../../protocol/checkpoint.ts'
import type { Patience } from '../../protocol/event.ts'

export interface TrainingHost {
  /** A monotone clock in milliseconds. */
  now(): number
  /** Yields, so that waiting messages are handled. */
  yieldToMessages(): Promise<void>
  /** Yields for some ms. */
  rest(ms: number): Promise<void>
  /** Before the first epoch of a run that begins here. */
  onStart(start: Start): void
  onEpoch(row: EpochRow, patience: Patience): void
  /**
   * Where it is given, it hears the states that are kept (domain/run/kept-epochs.ts), each at the end of its epoch; that of
   * the best epoch again when the run pauses.
   */
  onKept?(kept: KeptState): void
  onPaused(): void
  onRunning(): void
  onCheckpoint(checkpoint: Checkpoint): void
  /** The run was asked to leave; the checkpoint contains all of it. */
  onLeft(checkpoint: Checkpoint): void
}
