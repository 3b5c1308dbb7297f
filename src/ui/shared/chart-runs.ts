/** Runs in the form that the charts take: visible ones, thinned, in colours. */
import { useMemo } from 'react'
import type { ChartRun } from '../../charts/kit/types.ts'
import type { Stretch } from '../../domain/diagnosis/verdict.ts'
import { thin } from '../../domain/run/curve.ts'
import { weightsEpoch } from '../../domain/run/reported-epochs.ts'
import type { Outcome } from '../../domain/run/run.ts'
import { whatIf } from '../../domain/run/what-if.ts'
import { outcomeOf, type RunView } from '../../store/run-view.ts'
import { inFront } from '../../store/shown-runs.ts'
import type { AppState } from '../../store/state.ts'
import type { AppStore } from '../../store/store.ts'
import type { XUnit } from '../../store/view-choices.ts'
import type { Messages } from '../../text/messages.ts'
import { shortName } from '../../text/run-name.ts'
import { useAppContext, useAppState, useText } from './app-context.tsx'
import { type LiveCharts, useLiveRuns } from './live-context.tsx'
import { useXUnit, xOf } from './x-unit.ts'

/** The most points of a line; fewer where many lines share a chart. */
const POINTS = 300
const POINTS_OF_MANY = 160
const MANY = 3

/** The runs on the charts: those of the list that are visible or, in live mode, the live run and its baseline. */
export function useVisibleRuns(): readonly RunView[] {
  const runs = useAppState((state) => state.runs)
  const live = useLiveRuns()
  const [shown, baseline] = [live?.shown?.view, live?.baseline?.view]
  return useMemo(() => {
    if (!shown) return runs.filter(({ visible }) => visible)
    return baseline && baseline !== shown ? [shown, baseline] : [shown]
  }, [runs, shown, baseline])
}

/**
 * On one chart (`together`) every run has a colour of its own; on a chart for each, all have the colours of a single
 * run.
 */
export function useChartRuns(runs: readonly RunView[], together = true): readonly ChartRun[] {
  const t = useText()
  const { app } = useAppContext()
  const asked = useAppState(({ view }) => view.whatIf)
  const marked = useAppState(({ view }) => view.marked)
  const lesson = useAppState((state) => state.lesson)
  const xUnit = useXUnit()
  const front = useFront()
  const live = useLiveRuns()
  return useMemo(() => {
    if (live?.shown && together) return liveRuns(runs, live, xUnit, app, t)
    // A single run that is not in front, as after a reset, keeps the colour that it has in the list.
    const overlaid = together && (runs.length > 1 || runs.some(({ id }) => !front.has(id)))
    const limit = overlaid && runs.length > MANY ? POINTS_OF_MANY : POINTS
    const leads = runs.filter(({ id }) => front.has(id)).length === 1
    return runs.map((run) => {
      const behind = overlaid && !front.has(run.id)
      const how = { overlaid, behind, alone: !overlaid || (leads && !behind), limit }
      const plain = chartRun(run, app.outline(run), how, xOf(run, xUnit, app), t)
      const stretch = markedStretch(run.id, marked, lesson)
      const drawn = stretch ? { ...plain, marked: stretch } : plain
      if (asked?.run !== run.id) return drawn
      const { stop } = whatIf(app.history(run.id), run.experiment.earlyStopping, asked)
      return stop === null ? drawn : { ...drawn, ghost: { epoch: stop, label: t.compare.wouldStop(stop) } }
    })
  }, [runs, together, app, t, asked, marked, lesson, xUnit, front, live])
}

/** What a person points at goes before what the lesson points at. */
function markedStretch(
  run: string,
  marked: AppState['view']['marked'],
  lesson: AppState['lesson'],
): Stretch | null {
  if (marked) return marked.run === run ? marked.epochs : null
  return lesson?.runs.includes(run) ? lesson.stretch : null
}

/** The live run in the colours of a single run, and the baseline behind it. */
function liveRuns(
  runs: readonly RunView[],
  live: LiveCharts,
  xUnit: XUnit,
  app: AppStore,
  t: Messages,
): readonly ChartRun[] {
  const shown = live.shown!
  return runs.map((run) => {
    const isShown = run.id === shown.view.id
    if (!isShown) return baselineRun(run, xUnit, app, t)
    const how = { overlaid: false, behind: false, alone: true, limit: POINTS }
    const drawn = chartRun(run, app.outline(run), how, xOf(run, xUnit, app), t)
    const range = shown.range && { range: shown.range.rows }
    return { ...drawn, ...range, ...(live.paused && { status: 'paused' as const }) }
  })
}

const baselines = new WeakMap<RunView, { readonly xUnit: XUnit; readonly drawn: ChartRun }>()

/** Behind run after run it stays the same object, so that it is laid out once. */
function baselineRun(run: RunView, xUnit: XUnit, app: AppStore, t: Messages): ChartRun {
  const known = baselines.get(run)
  if (known?.xUnit === xUnit) return known.drawn
  const how = { overlaid: false, behind: true, alone: false, limit: POINTS }
  const plain = chartRun(run, app.outline(run), how, xOf(run, xUnit, app), t)
  const drawn = { ...plain, baseline: true, best: null, end: null }
  baselines.set(run, { xUnit, drawn })
  return drawn
}

/**
 * While a live run grows, the value axis also holds the run before it, so that it does not jump; null while it needs to
 * hold what is drawn alone.
 */
export function useHeldRange(runs: readonly ChartRun[]): readonly ChartRun[] | null {
  const t = useText()
  const { app } = useAppContext()
  const before = useLiveRuns()?.before ?? null
  return useMemo(() => {
    if (before === null) return null
    const how = { overlaid: false, behind: true, alone: false, limit: POINTS }
    return [...runs, chartRun(before.view, app.outline(before.view), how, undefined, t)]
  }, [runs, before, app, t])
}

/** The ids of the runs that are drawn in full; the same set object as long as they are the same. */
export function useFront(): ReadonlySet<string> {
  const listed = useAppState((state) => [...inFront(state)].join(' '))
  const ids = useLiveRuns()?.shown?.view.id ?? listed
  return useMemo(() => new Set(ids === '' ? [] : ids.split(' ')), [ids])
}

interface Drawn {
  readonly overlaid: boolean
  readonly behind: boolean
  /** Whether flags mark its epochs. A run in training has none: its best epoch would move with every epoch. */
  readonly alone: boolean
  /** The most points of a line. */
  readonly limit: number
}

function chartRun(
  run: RunView,
  outline: Parameters<typeof thin>[0],
  { overlaid, behind, alone, limit }: Drawn,
  xUnit: ChartRun['xUnit'],
  t: Messages,
): ChartRun {
  const outcome = outcomeOf(run)
  const best = run.best?.epoch ?? null
  return {
    id: run.id,
    name: shortName(run, t),
    colour: overlaid ? run.colour : null,
    behind,
    rows: thin(ownRows(run, outline), limit, best === null ? [] : [best]),
    ...(run.start && { start: run.start }),
    best: outcome || !alone ? best : null,
    end: outcome && endOf(outcome, run, t),
    ...(xUnit && { xUnit }),
    status: outcome ? 'done' : run.status.kind === 'paused' ? 'paused' : run.latest ? 'running' : 'idle',
    test: run.test.kind === 'opened' ? run.test.score : null,
    tested: weightsEpoch(outcome, run.latest),
  }
}

/** A branch is drawn from where it left the run that it came from. */
function ownRows<T extends { readonly epoch: number }>(
  { branch }: RunView,
  rows: readonly T[],
): readonly T[] {
  return branch === undefined ? rows : rows.filter(({ epoch }) => epoch >= branch.epoch)
}

/** The flag where a run ended before its last epoch, and why. */
export function endOf(
  outcome: Outcome,
  { experiment, interrupted }: Pick<RunView, 'experiment' | 'interrupted'>,
  t: Messages,
): ChartRun['end'] {
  if (outcome.kind === 'completed' || outcome.epoch === 0) return null
  const patience = experiment.earlyStopping?.patience ?? 0
  const details = {
    'early-stopped': t.stage.patience(patience),
    stopped: interrupted ? t.stage.pageLeft : t.stage.byHand,
    diverged: null,
    failed: null,
  }
  return {
    epoch: outcome.epoch,
    label: t.stage.ends[outcome.kind](outcome.epoch),
    detail: details[outcome.kind],
  }
}
