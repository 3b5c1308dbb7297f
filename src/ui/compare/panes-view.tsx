/** Visible runs side by side, each with its curves and a view of its own network, on the same axes. */
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { PaneView } from '../../domain/link/page-keys.ts'
import { effectiveRatesOf } from '../../store/effective-rates.ts'
import type { RunView } from '../../store/run-view.ts'
import { LETTERS } from '../../text/panes-text.ts'
import { useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { useVisibleRuns } from '../shared/chart-runs.ts'
import { lazyPart } from '../shared/lazy.tsx'
import { useLiveRuns } from '../shared/live-context.tsx'
import { runStatusText } from '../shared/run-status.ts'
import { useMedia } from '../shared/use-page.ts'
import { NoPanes } from './no-panes.tsx'
import { Pane } from './pane.tsx'
import { PaneChoice } from './pane-choice.tsx'
import css from './panes.module.css'
import { PanesHead } from './panes-head.tsx'
import { useShared } from './use-shared.ts'

const SharedScrubber = lazyPart(async () => ({
  default: (await import('../views/time/shared-scrubber.tsx')).SharedScrubber,
}))

interface Props {
  /** The switch between the page's views. */
  readonly lead: ReactNode
  /** Opens the settings; absent where they are on the page anyway. */
  readonly onSettings?: (() => void) | undefined
}

/** New epochs are drawn with low priority, after the effects of whatever a person did. */
export default function PanesView({ lead, onSettings }: Props) {
  const visible = useDeferredValue(useVisibleRuns())
  const runs = useMemo(() => visible.slice(0, LETTERS.length), [visible])
  const offered = useOffered(visible)
  const pane = useAppState(({ view }) => view.pane)
  const { app } = useAppContext()
  // Whoever asks for the steps of optimizers before there is a run wants them from its first epoch on.
  useEffect(() => (pane === 'optimizer' ? effectiveRatesOf(app).watch() : undefined), [app, pane])
  const live = useLiveRuns()
  const [own, setOwn] = useState<Readonly<Record<string, PaneView>>>({})
  return (
    <main className={css.view}>
      <PanesHead lead={lead} runs={runs} onModel={() => setOwn({})} onSettings={onSettings} />
      {offered && <PaneChoice offered={offered} shown={runs.length} left={visible.slice(runs.length)} />}
      <Said runs={runs} />
      <Panes
        runs={runs}
        viewOf={({ id }) => own[id] ?? pane}
        onModel={({ id }, view) => setOwn((before) => ({ ...before, [id]: view }))}
        onSettings={onSettings}
      />
      {!live && runs.length > 1 && runs.some(({ latest }) => latest !== null) && (
        <SharedScrubber runs={runs} />
      )}
    </main>
  )
}

/** Whether a comparison gave this run a learning rate of its own. One of its runs may have the experiment's rate. */
function hasOwnRate({ lineupValue, changes }: RunView): boolean {
  return lineupValue !== null && changes.some(({ key }) => key === 'lr')
}

/** The runs to choose from, once there are more than panes: those on the charts, and those unticked since. */
function useOffered(visible: readonly RunView[]): readonly RunView[] | null {
  const runs = useAppState((state) => state.runs)
  const [ids, setIds] = useState<readonly string[]>([])
  const more = visible.map(({ id }) => id).filter((id) => !ids.includes(id))
  // None of the earlier runs is on the charts any more, so the choice starts anew.
  if (ids.length > 0 && more.length === visible.length) setIds([])
  else if (visible.length > LETTERS.length && more.length > 0) setIds([...ids, ...more])
  const offered = runs.filter(({ id }) => ids.includes(id) || (ids.length > 0 && more.includes(id)))
  return offered.length > LETTERS.length ? offered : null
}

/** Screen readers announce a change of a run's state, but not every epoch. */
function Said({ runs }: { readonly runs: readonly RunView[] }) {
  const t = useText()
  const states = runs.map((run, i) => t.panes.pane(LETTERS[i]!, runStatusText(run, t).title))
  return (
    <p role="status" className={css.said}>
      {states.join(t.panes.dot)}
    </p>
  )
}

interface PanesProps {
  readonly runs: readonly RunView[]
  viewOf(run: RunView): PaneView
  onModel(run: RunView, view: PaneView): void
  readonly onSettings?: (() => void) | undefined
}

function Panes({ runs, viewOf, onModel, onSettings }: PanesProps) {
  const wide = useMedia('(min-width: 1280px)')
  const shared = useShared(runs)
  // Four panes are two by two, so that both pictures of a pane fit in one row.
  const beside = runs.length === 4 && wide
  const ownRates = runs.some(hasOwnRate)
  return (
    <div className={css.panes} data-count={Math.max(2, runs.length)} data-beside={beside}>
      {runs.map((run, i) => (
        <Pane
          key={run.id}
          letter={LETTERS[i]!}
          run={run}
          shared={shared}
          beside={beside}
          rate={ownRates && run.lineupValue !== null}
          view={viewOf(run)}
          onView={(view) => onModel(run, view)}
        />
      ))}
      {runs.length < 2 && <NoPanes run={runs[0]} onSettings={onSettings} />}
    </div>
  )
}
