import type { EpochRow } from '../../domain/run/run.ts'

/** What a time band shows, and what it tells. */
export interface TimeBandProps {
  /** The epoch of the thumb, and that whose network is shown: the nearest that was kept. */
  readonly at: number
  readonly shown: number
  /** What was measured at the epoch that is shown. */
  readonly here: Pick<EpochRow, 'train' | 'validation'> | null
  /** The first and last epoch of the run. A branch begins where its parent was. */
  readonly first: number
  readonly last: number
  readonly best: number | null
  /** The only epochs that can be shown, where these are few; null where there are many. */
  readonly only: readonly number[] | null
  /** The losses to draw; null for a track alone. */
  readonly rows: readonly EpochRow[] | null
  /** Measured before the first update. */
  readonly start?: Pick<EpochRow, 'train' | 'validation'> | undefined
  onAt(epoch: number): void
  /** The key B; absent where nothing branches. */
  onBranch?(): void
  readonly labels: {
    readonly slider: string
    readonly shown: string
    readonly pill: string
    readonly best: string
    readonly title: string
    readonly train: string
    readonly validation: string
    readonly value: (loss: number) => string
    readonly tick: (loss: number) => string
    readonly xTick: (epoch: number) => string
  }
}
