/** Live mode as the page shows it: the run that follows the controls, and the baseline behind it. */
import type { SettingKey } from '../../domain/settings/settings.ts'
import type { RunView } from '../run-view.ts'
import type { Limit, SlowLive } from './live-limit.ts'
import type { SeedRange } from './seed-median.ts'
import type { StripPoint } from './strip.ts'

export type FitWeights = 'last' | 'best'

/** A run that live mode trained, or the baseline that it is compared with. Its epochs are in `app.history`. */
export interface LiveRun {
  /** Equal for runs of one experiment on one engine, as often as they are trained. */
  readonly key: string
  /** Of five seeds, a run of their medians, with the weights of the controls' own seed. */
  readonly view: RunView
  /** What the network makes of the probe rows; null where it has no weights yet, or cannot be asked. */
  readonly outputs: Float32Array | null
  /** The lowest and highest of five seeds, epoch by epoch; null for a single run. */
  readonly range: SeedRange | null
  /** The run of the controls' own seed, where `view` is of five. */
  readonly own: RunView
}

/** What the setting that was moved last does, as far as it was tried. */
export interface Strip {
  readonly setting: SettingKey
  /** Whether a slider shows it. */
  readonly isDrawn: boolean
  /** In ascending order of their values. */
  readonly points: readonly StripPoint[]
}

export interface LiveState {
  readonly paused: boolean
  /** On the charts. While another trains it stays, until that one has something to show. */
  readonly shown: LiveRun | null
  /** On the charts before the shown one, while that one grows: axes hold both. */
  readonly before: LiveRun | null
  /** Of the baseline's settings; null until it is trained. The same as `shown` where nothing is changed. */
  readonly baseline: LiveRun | null
  /** Whether the controls show what nothing on the charts was trained with yet. */
  readonly behind: boolean
  /** Seconds from a change to the last epoch of the run that ended last; null before one has. */
  readonly seconds: number | null
  readonly fiveSeeds: boolean
  readonly strip: Strip | null
  /** The validation loss that the strip shows. */
  readonly stripOf: 'best' | 'last'
  /** What live runs have less of than the controls say, because a person chose so. */
  readonly limit: Limit | null
  /** A run takes too long to follow a hand. */
  readonly slow: SlowLive | null
  /** The weights whose outputs are shown; null for those that a run ends with. */
  readonly weights: FitWeights | null
}

export const LIVE_FROM_START: LiveState = {
  paused: false,
  shown: null,
  before: null,
  baseline: null,
  behind: true,
  seconds: null,
  fiveSeeds: false,
  strip: null,
  stripOf: 'best',
  limit: null,
  slow: null,
  weights: null,
}
