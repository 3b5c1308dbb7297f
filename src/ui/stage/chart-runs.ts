/** Runs as the charts want them: visible ones, thinned, in colours. */
import { useMemo } from 'react'
import type { ChartRun } from '../../charts/types.ts'
import { thin } from '../../domain/curve.ts'
import type { Outcome } from '../../domain/run.ts'
import { weightsEpoch } from '../../domain/told-epochs.ts'
import { whatIf } from '../../domain/what-if.ts'
import { outcomeOf, type RunView } from '../../store/run-view.ts'
import type { Messages } from '../../text/en.ts'
import { shortName } from '../../text/run-name.ts'
import { useLab, useRoom, useText } from '../lab-context.tsx'
import { clockOf } from './clock.ts'

/** Points a line has at most; fewer where many lines share a chart. */
const POINTS = 300
const POINTS_OF_MANY = 160
const MANY = 3

export function useVisibleRuns(): readonly RunView[] {
  const runs = useLab((state) => state.runs)
  return useMemo(() => runs.filter(({ visible }) => visible), [runs])
}

/** Overlaid they have a colour each; each in a chart of its own, those of a single run. */
export function useChartRuns(runs: readonly RunView[], overlaid = runs.length > 1): readonly ChartRun[] {
  const t = useText()
  const { lab } = useRoom()
  const asked = useLab(({ view }) => view.whatIf)
  const clock = useLab(({ view }) => view.clock)
  return useMemo(() => {
    const limit = overlaid && runs.length > MANY ? POINTS_OF_MANY : POINTS
    return runs.map((run) => {
      const drawn = chartRun(run, lab.outline(run), overlaid, limit, clockOf(run, clock, lab), t)
      if (asked?.run !== run.id) return drawn
      const { stop } = whatIf(lab.history(run.id), run.experiment.earlyStopping, asked)
      return stop === null ? drawn : { ...drawn, ghost: { epoch: stop, label: t.compare.wouldStop(stop) } }
    })
  }, [runs, overlaid, lab, t, asked, clock])
}

function chartRun(
  run: RunView,
  outline: Parameters<typeof thin>[0],
  overlaid: boolean,
  limit: number,
  clock: ChartRun['clock'],
  t: Messages,
): ChartRun {
  const outcome = outcomeOf(run)
  const best = run.best?.epoch ?? null
  return {
    id: run.id,
    name: shortName(run, t),
    colour: overlaid ? run.colour : null,
    rows: thin(outline, limit, best === null ? [] : [best]),
    best: outcome || overlaid ? best : null,
    end: outcome && endOf(outcome, run, t),
    ...(clock && { clock }),
    live: outcome ? 'done' : run.status.kind === 'paused' ? 'paused' : run.latest ? 'running' : 'idle',
    test: run.test.kind === 'opened' ? run.test.score : null,
    tested: weightsEpoch(outcome, run.latest),
  }
}

function endOf(outcome: Outcome, { experiment }: RunView, t: Messages): ChartRun['end'] {
  if (outcome.kind === 'completed' || outcome.epoch === 0) return null
  const patience = experiment.earlyStopping?.patience ?? 0
  const details = {
    'early-stopped': t.stage.patience(patience),
    stopped: t.stage.byHand,
    diverged: null,
    failed: null,
  }
  return {
    epoch: outcome.epoch,
    label: t.stage.ends[outcome.kind](outcome.epoch),
    detail: details[outcome.kind],
  }
}
