/** What the x axis of the curves counts: epochs, updates of the weights, or seconds of training. */
import { useMemo } from 'react'
import { niceStep } from '../../charts/kit/axis.ts'
import type { ChartLabels, ChartRun } from '../../charts/kit/types.ts'
import { placeOf } from '../../charts/kit/x-place.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { type RunView, trainingTime } from '../../store/run-view.ts'
import type { AppStore } from '../../store/store.ts'
import type { XUnit } from '../../store/view-choices.ts'
import { settingNumber, whole } from '../../text/format.ts'
import type { Messages } from '../../text/messages.ts'
import { useAppState } from './app-context.tsx'
import { useLiveRuns } from './live-context.tsx'

/** The number of crosshair steps along an axis in seconds. */
const STEPS = 400

/** What the axis counts: seconds only where the time of every shown run is known. */
export function useXUnit(): XUnit {
  const chosen = useAppState(({ view }) => view.xUnit)
  const isTimed = useIsTimed()
  return chosen === 'seconds' && !isTimed ? 'epochs' : chosen
}

/** Whether the time of every shown run is known. */
export function useIsTimed(): boolean {
  return useAppState(({ runs }) =>
    runs.every((run) => !run.visible || run.latest === null || trainingTime(run) !== null),
  )
}

/** Converts an epoch to the axis' unit; undefined where the axis counts epochs. */
export function xOf(run: RunView, xUnit: XUnit, app: AppStore): ChartRun['xUnit'] {
  if (xUnit === 'seconds') return (epoch) => app.elapsed(run.id, epoch)
  if (xUnit === 'epochs') return undefined
  const updates = updatesAnEpoch(run.experiment)
  return (epoch) => epoch * updates
}

function updatesAnEpoch({ data, training }: Experiment): number {
  return Math.ceil(data.train / training.batchSize)
}

export interface XAxisText {
  readonly until: number
  readonly step: number
  /** Writes a position on the axis, rounded to the step. */
  readonly short: (place: number) => string
  readonly labels: Pick<ChartLabels, 'at' | 'xUnit' | 'xTick'>
}

/** The axis that the runs share; of `shownExperiment` while there is none. */
export function useXAxisText(runs: readonly ChartRun[], shownExperiment: Experiment, t: Messages): XAxisText {
  const xUnit = useXUnit()
  const ends = runs.map((run) => {
    const epoch = Math.max(run.rows.at(-1)?.epoch ?? 0, run.end?.epoch ?? 0)
    return { epoch, place: placeOf(run, epoch) }
  })
  const planned = {
    epochs: shownExperiment.training.epochs,
    updates: shownExperiment.training.epochs * updatesAnEpoch(shownExperiment),
    seconds: 1,
  }
  const reached = Math.max(0, ...ends.map(({ place }) => place))
  // The axis of a live run that grows holds all of it from the start.
  const grows = useLiveRuns()?.shown?.view.status.kind === 'running' && shownExperiment.earlyStopping === null
  const held = grows && xUnit !== 'seconds' ? planned[xUnit] : 0
  const until = runs.length === 0 ? planned[xUnit] : Math.max(reached, held) || 1
  const an = ends.filter(({ epoch }) => epoch > 0).map(({ epoch, place }) => place / epoch)
  const step = xUnit === 'seconds' ? niceStep(until / STEPS) : Math.max(1, Math.round(Math.min(...an, until)))
  return useMemo(() => {
    const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))
    const short = xUnit === 'seconds' ? (place: number) => place.toFixed(digits) : whole
    return {
      until,
      short,
      step: xUnit === 'epochs' ? 1 : step,
      labels: {
        xUnit: t.stage.xUnits[xUnit],
        at: {
          epochs: t.stage.epochPill,
          updates: (place: number) => t.stage.updatePill(short(place)),
          seconds: (place: number) => t.stage.secondsPill(short(place)),
        }[xUnit],
        xTick: xUnit === 'seconds' ? (place: number) => settingNumber(Number(place.toPrecision(4))) : whole,
      },
    }
  }, [xUnit, until, step, t])
}
