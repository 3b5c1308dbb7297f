/** Visible runs beside each other, each with its curves and what its own network looks like, on the same axes. */
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { PaneView } from '../../domain/link/page-keys.ts'
import type { RunView } from '../../store/run-view.ts'
import { LETTERS } from '../../text/panes-text.ts'
import { useAppState, useText } from '../shared/app-context.tsx'
import { useVisibleRuns } from '../shared/chart-runs.ts'
import { runStatusText } from '../shared/run-status.ts'
import { useMedia } from '../shared/use-page.ts'
import { NoPanes } from './no-panes.tsx'
import { Pane } from './pane.tsx'
import { PaneChoice } from './pane-choice.tsx'
import css from './panes.module.css'
import { PanesHead } from './panes-head.tsx'
import { useShared } from './use-shared.ts'

interface Props {
  /** The switch between the views of the stage. */
  readonly lead: ReactNode
  /** Absent where the settings are on the page anyway. */
  readonly onSettings?: (() => void) | undefined
}

/** New epochs may wait until everything a person did is on the page. */
export default function PanesView({ lead, onSettings }: Props) {
  const visible = useDeferredValue(useVisibleRuns())
  const runs = useMemo(() => visible.slice(0, LETTERS.length), [visible])
  const offered = useOffered(visible)
  const pane = useAppState(({ view }) => view.pane)
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
    </main>
  )
}

/** Of a comparison whose values have learning rates of their own; the experiment's may be among them. */
function hasOwnRate({ lineupValue, changes }: RunView): boolean {
  return lineupValue !== null && changes.some(({ key }) => key === 'lr')
}

/** What the panes are chosen from, once more runs are on the charts than have room: those, and those unticked since. */
function useOffered(visible: readonly RunView[]): readonly RunView[] | null {
  const runs = useAppState((state) => state.runs)
  const [ids, setIds] = useState<readonly string[]>([])
  const more = visible.map(({ id }) => id).filter((id) => !ids.includes(id))
  // None of them is on the charts any more: these are others' panes.
  if (ids.length > 0 && more.length === visible.length) setIds([])
  else if (visible.length > LETTERS.length && more.length > 0) setIds([...ids, ...more])
  const offered = runs.filter(({ id }) => ids.includes(id) || (ids.length > 0 && more.includes(id)))
  return offered.length > LETTERS.length ? offered : null
}

/** Announced when the state of a run changes, not at every epoch. */
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
  // Four are two by two, which leaves each the room for both pictures in one row.
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
