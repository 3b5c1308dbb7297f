/** The props of the charts. Words and number formats arrive as props; no chart knows a language. */
import type { EpochRow, Score } from '../../domain/run/run.ts'

export type Measure = 'loss' | 'quality'
export type Scale = 'linear' | 'log'
type RunStatus = 'idle' | 'running' | 'paused' | 'done'

export interface ChartRun {
  readonly id: string
  readonly name: string
  /**
   * null gives the colours of a single run (training blue, validation vermillion); 1..5 are run colours; from 6 on a
   * run is grey.
   */
  readonly colour: number | null
  /** An earlier run, for comparison: it is drawn faintly behind the others. */
  readonly behind?: boolean
  /** The run that the one in front is a change of: behind it, in the hues of a single run. */
  readonly baseline?: boolean
  /** Where the rows are medians of several seeds: the lowest and the highest of each epoch. */
  readonly range?: readonly { readonly epoch: number; readonly low: EpochRow; readonly high: EpochRow }[]
  /** Thinned to at most 300 by the caller; epochs ascend. */
  readonly rows: readonly EpochRow[]
  /** Measured before the first update. */
  readonly start?: Pick<EpochRow, 'train' | 'validation'>
  /** Epoch. */
  readonly best: number | null
  /** The flag at the end of the run: 'stopped 57' and '(patience 20)'; the detail is dropped where it does not fit. */
  readonly end: { readonly epoch: number; readonly label: string; readonly detail: string | null } | null
  /** The stretch of epochs that somebody points at, both ends included. */
  readonly marked?: readonly [from: number, to: number] | null
  /** The epoch at which another early stopping would have ended the run. */
  readonly ghost?: { readonly epoch: number; readonly label: string } | null
  readonly status: RunStatus
  /** The position of an epoch on the x axis, such as updates or seconds up to it; the epoch itself if absent. */
  readonly xUnit?: ((epoch: number) => number) | undefined
  /** The test score, drawn for a single run at the epoch whose weights were tested. */
  readonly test: Score | null
  /** Epoch; the best one if absent. */
  readonly tested?: number | null
}

export interface Level {
  readonly value: number
  readonly label: string
  /** The label where the long one has no room. */
  readonly short?: string
  /** The explanation of the label, for people who point at it. */
  readonly hint?: string
}

export interface ChartLabels {
  readonly title: string
  readonly unit: string
  readonly train: string
  readonly validation: string
  readonly test: string
  /** Writes a position on the x axis in words. */
  readonly at: (x: number) => string
  /** What the x axis counts. */
  readonly xUnit: string
  readonly xTick: (x: number) => string
  readonly best: (n: number) => string
  readonly gap: (ratio: number) => string
  /** The end of a baseline's curve. */
  readonly baseline?: (value: string) => string
  /** By how much the validation curve ends above or below the baseline's, and of what. */
  readonly difference?: { readonly by: (difference: number) => string; readonly of: string }
  readonly value: (x: number) => string
  /** Writes the drawn and the measured value of a smoothed curve. */
  readonly smoothed?: (drawn: string, measured: string) => string
  readonly tick: (x: number) => string
  /** The sentence for a log axis that ends above some of the losses. */
  readonly leftOut?: (limit: string) => string
  /** The sentence for runs whose names do not fit. */
  readonly more: (runs: number) => string
  readonly summary: string
}

/**
 * `runs` and `levels` must stay the same objects between renders that change only `hover`: lines are drawn again with
 * them.
 */
export interface CurveChartProps {
  readonly measure: Measure
  readonly runs: readonly ChartRun[]
  readonly scale: Scale
  /** The weight of `smooth`, 0..1; the raw line stays visible, faintly, when it is above 0. */
  readonly smoothing: number
  /** The value from which on the x axis ends at a round number. */
  readonly until: number
  /** What the crosshair moves by: an epoch, or as much of another x unit. */
  readonly step?: number
  readonly levels: readonly Level[]
  /** Whose values the value axis holds, `runs` among them: charts side by side share a range. */
  readonly range?: { readonly runs: readonly ChartRun[]; readonly levels: readonly Level[] }
  /** Where on the x axis. */
  readonly hover: number | null
  onHover(at: number | null): void
  /** Whether the position of the crosshair is written below this chart. */
  readonly pill?: boolean
  readonly xAxis: boolean
  /** Whether a control over the word of the x axis changes what it counts. */
  readonly xUnitMenu?: boolean
  /** Whether a dimension line with the ratio of the two losses is drawn for a single run. */
  readonly gapMark?: boolean
  readonly epochFlags?: boolean
  readonly labels: ChartLabels
  readonly className?: string
}

export interface PlotPoint {
  readonly x: number
  readonly y: number
  /**
   * The class on a plane (0 or 1), or the value there as a share of the range; for a curve, the value, which equals
   * `y`.
   */
  readonly target: number
  /** Whether label noise replaced the label. */
  readonly flipped: boolean
}

/** The lowest and highest value of each dimension. */
export type Extent = readonly (readonly [number, number])[]

export interface FitPlaneProps {
  /**
   * The probability of class B, or the predicted value as a share of the range, at size × size points that span the
   * extent. Row 0 is the top one (largest y).
   */
  readonly grid: { readonly size: number; readonly values: Float32Array } | null
  /** The same of the model that this one is a change of: only where it is p = 0.5 is drawn. */
  readonly baseline?: { readonly size: number; readonly values: Float32Array } | null
  readonly extent: Extent
  readonly train: readonly PlotPoint[]
  readonly validation: readonly PlotPoint[]
  /** Whether points whose label is noise have a ring. */
  readonly showFlipped: boolean
  /**
   * Whether numbers are predicted instead of classes: points then have the colour of their value, and no line divides
   * the plane.
   */
  readonly graded?: boolean
  /** The text that a screen reader reads instead. */
  readonly label: string
}
