/** What the charts are told. Words and number formats arrive as props; nothing here is in any language. */
import type { EpochRow, Score } from '../../domain/run/run.ts'

export type Measure = 'loss' | 'quality'
export type Scale = 'linear' | 'log'
type Live = 'idle' | 'running' | 'paused' | 'done'

export interface ChartRun {
  readonly id: string
  readonly name: string
  /** null: single-run colours (train blue, validation vermillion). 1..5: run colours; from 6 on grey. */
  readonly colour: number | null
  /** An earlier run, for comparison: it lies faintly behind the others. */
  readonly behind?: boolean
  /** Thinned to at most 300 by the caller; epochs ascend. */
  readonly rows: readonly EpochRow[]
  /** Epoch. */
  readonly best: number | null
  /** Pennant where the run ended: 'stopped 57' and '(patience 20)'; the detail is dropped when it does not fit. */
  readonly end: { readonly epoch: number; readonly label: string; readonly detail: string | null } | null
  /** Where another early stopping would have ended it. */
  readonly ghost?: { readonly epoch: number; readonly label: string } | null
  readonly live: Live
  /** Where an epoch stands on the x axis: updates or seconds up to it; the epoch itself if absent. */
  readonly xUnit?: ((epoch: number) => number) | undefined
  /** Drawn of a single run, at the epoch whose weights were tested. */
  readonly test: Score | null
  /** Epoch; the best one if absent. */
  readonly tested?: number | null
}

export interface Level {
  readonly value: number
  readonly label: string
  /** Where there is no room for the label. */
  readonly short?: string
  /** What the label means, for who points at it. */
  readonly hint?: string
}

export interface ChartLabels {
  readonly title: string
  readonly unit: string
  readonly train: string
  readonly validation: string
  readonly test: string
  /** A place on the x axis, in words. */
  readonly at: (x: number) => string
  /** What the x axis counts. */
  readonly xUnit: string
  readonly xTick: (x: number) => string
  readonly best: (n: number) => string
  readonly gap: (ratio: number) => string
  readonly value: (x: number) => string
  /** Of a smoothed curve, what is drawn and what was measured. */
  readonly smoothed?: (drawn: string, measured: string) => string
  readonly tick: (x: number) => string
  /** Where a log axis ends above some of the losses. */
  readonly leftOut?: (limit: string) => string
  /** Of runs that have no room for their names. */
  readonly more: (runs: number) => string
  readonly summary: string
}

/** `runs` and `levels` must stay the same objects between renders that change only `hover`: lines are drawn anew with them. */
export interface CurveChartProps {
  readonly measure: Measure
  readonly runs: readonly ChartRun[]
  readonly scale: Scale
  /** Weight of `smooth`, 0..1; the raw line stays, faint, when it is above 0. */
  readonly smoothing: number
  /** The x axis ends at a round number from here on. */
  readonly until: number
  /** What the crosshair moves by: an epoch, or as much of another x unit. */
  readonly step?: number
  readonly levels: readonly Level[]
  /** Whose values the value axis holds, `runs` among them: charts side by side share a range. */
  readonly range?: { readonly runs: readonly ChartRun[]; readonly levels: readonly Level[] }
  /** Where on the x axis. */
  readonly hover: number | null
  onHover(at: number | null): void
  /** The place of the crosshair is written below this chart. */
  readonly pill?: boolean
  readonly xAxis: boolean
  /** Something over the word of the x axis changes what it counts. */
  readonly xUnitMenu?: boolean
  /** Single run: dimension line with the ratio of the two losses. */
  readonly gapMark?: boolean
  readonly epochFlags?: boolean
  readonly labels: ChartLabels
  readonly className?: string
}

export interface PlotPoint {
  readonly x: number
  readonly y: number
  /** Class of a plane (0 or 1), or the value there as a share of the range; value of a curve, where it equals `y`. */
  readonly target: number
  /** The label was replaced by label noise. */
  readonly flipped: boolean
}

/** Lowest and highest value of each dimension. */
export type Extent = readonly (readonly [number, number])[]

export interface FitPlaneProps {
  /**
   * Probability of class B, or the predicted value as a share of the range, at size × size points that span the extent;
   * row 0 is the top one (largest y).
   */
  readonly grid: { readonly size: number; readonly values: Float32Array } | null
  readonly extent: Extent
  readonly train: readonly PlotPoint[]
  readonly validation: readonly PlotPoint[]
  /** Ring the points whose label is noise. */
  readonly showFlipped: boolean
  /** Numbers are predicted, not classes: points have the colour of their value, and no line parts the plane. */
  readonly graded?: boolean
  /** What a screen reader says instead. */
  readonly label: string
}
