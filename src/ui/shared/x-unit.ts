/** What the x axis of the curves counts: epochs, updates of the weights, or seconds of training. */
import { useMemo } from 'react'
import { niceStep } from '../../charts/kit/axis.ts'
import { placeOf } from '../../charts/kit/series.ts'
import type { ChartLabels, ChartRun } from '../../charts/kit/types.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { RunView } from '../../store/run-view.ts'
import type { Clock } from '../../store/state.ts'
import type { AppStore } from '../../store/store.ts'
import type { Messages } from '../../text/en.ts'
import { settingNumber, whole } from '../../text/format.ts'
import { useAppState } from './app-context.tsx'

/** Steps of a crosshair from end to end of an axis in seconds. */
const STEPS = 400

/** undefined counts epochs. */
export function clockOf(run: RunView, clock: Clock, app: AppStore): ChartRun['clock'] {
  if (clock === 'seconds') return (epoch) => app.elapsed(run.id, epoch)
  if (clock === 'epochs') return undefined
  const updates = updatesAnEpoch(run.experiment)
  return (epoch) => epoch * updates
}

function updatesAnEpoch({ data, training }: Experiment): number {
  return Math.ceil(data.train / training.batchSize)
}

export interface ClockAxis {
  readonly until: number
  readonly step: number
  /** A place as a number, no finer than the step. */
  readonly short: (place: number) => string
  readonly labels: Pick<ChartLabels, 'at' | 'clock' | 'clockTick'>
}

/** The axis that the runs share; of `told` while there is none. */
export function useClockAxis(runs: readonly ChartRun[], told: Experiment, t: Messages): ClockAxis {
  const clock = useAppState(({ view }) => view.clock)
  const ends = runs.map((run) => {
    const epoch = Math.max(run.rows.at(-1)?.epoch ?? 0, run.end?.epoch ?? 0)
    return { epoch, place: placeOf(run, epoch) }
  })
  const planned = {
    epochs: told.training.epochs,
    updates: told.training.epochs * updatesAnEpoch(told),
    seconds: 1,
  }
  const reached = Math.max(0, ...ends.map(({ place }) => place))
  const until = runs.length === 0 ? planned[clock] : reached || 1
  const an = ends.filter(({ epoch }) => epoch > 0).map(({ epoch, place }) => place / epoch)
  const step = clock === 'seconds' ? niceStep(until / STEPS) : Math.max(1, Math.round(Math.min(...an, until)))
  return useMemo(() => {
    const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))
    const short = clock === 'seconds' ? (place: number) => place.toFixed(digits) : whole
    return {
      until,
      short,
      step: clock === 'epochs' ? 1 : step,
      labels: {
        clock: t.stage.clocks[clock],
        at: {
          epochs: t.stage.epochPill,
          updates: (place: number) => t.stage.updatePill(short(place)),
          seconds: (place: number) => t.stage.secondsPill(short(place)),
        }[clock],
        clockTick:
          clock === 'seconds' ? (place: number) => settingNumber(Number(place.toPrecision(4))) : whole,
      },
    }
  }, [clock, until, step, t])
}
