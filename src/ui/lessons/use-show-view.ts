import { PANE_VIEWS, type PaneView } from '../../domain/link/page-keys.ts'
import type { Lesson, Look } from '../../lessons/lesson.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import type { RunView } from '../../store/run-view.ts'
import { useActions, useAppContext } from '../shared/app-context.tsx'
import { useMedia } from '../shared/use-page.ts'

/** More runs are not drawn beside each other. */
const MOST_BESIDE = 3

/**
 * Opens a view of the lesson's runs: of two or three, beside each other; of one, beside its curves. Surfaces need no run,
 * and have the page.
 */
export function useShowView({ runs: ids }: Pick<LessonState, 'runs'>, { surfaces }: Lesson) {
  const { app } = useAppContext()
  const { look, lookAtRuns } = useActions()
  // Below each other on a small screen, only the first would be seen.
  const wide = useMedia('(min-width: 1024px)')
  return (one: Omit<Look, 'text'>) => {
    const { view, surface, accuracy = false, xUnit = 'epochs', lastEpoch = false, dropoutStep = false } = one
    const scene = surface === undefined ? undefined : surfaces?.[surface]
    const meant = runsOf(one, ids, app.store.getState().runs)
    const several = meant.length > 1 && meant.length <= MOST_BESIDE
    if (!scene) lookAtRuns(meant)
    if (scene) look({ ...ON_SURFACE, paths: { scene, off: [] } })
    else if (view === 'curves')
      look({
        sideBySide: wide && meant.length === 2,
        pane: 'quality',
        lower: accuracy ? 'quality' : null,
        xUnit,
        onStage: false,
      })
    else if (view === 'table')
      look({ sideBySide: false, onStage: false, valuesOf: lastEpoch ? 'last' : 'best' })
    else if (view === 'code') look({ sideBySide: false, onStage: false, code: true })
    else if (several && isPaneView(view)) look({ sideBySide: true, pane: view, onStage: false, dropoutStep })
    else look({ sideBySide: false, modelView: view, onStage: false, dropoutStep, code: false })
    if (view !== 'code') {
      const beside = several && isPaneView(view)
      const selector =
        view === 'curves' || view === 'table'
          ? PLACES[view]
          : PLACES[!beside ? 'model' : wide ? 'pane' : 'paneWithName']
      requestAnimationFrame(() => scrollTo(selector, wide ? 'nearest' : 'start'))
    }
  }
}

/** The runs that a look means, of all that the lesson has. */
function runsOf({ runs: meant }: Pick<Look, 'runs'>, ids: readonly string[], all: readonly RunView[]) {
  if (meant === undefined) return ids
  if (meant !== 'most-accurate') return meant.flatMap((place) => ids[place] ?? [])
  const accuracy = ({ latest }: RunView) => latest?.validation.accuracy ?? 0
  const best = all
    .filter(({ id }) => ids.includes(id))
    .toSorted((a, b) => accuracy(b) - accuracy(a))
    .slice(0, 1)
  return best.map(({ id }) => id)
}

const PLACES = {
  curves: '[data-curves]',
  table: '[data-run-table]',
  pane: '[data-pane-view]',
  paneWithName: 'section:has(> [data-pane-view])',
  model: '[data-model-views]',
}

const ON_SURFACE = {
  sideBySide: false,
  onStage: true,
  modelView: 'optimizer',
  optimizerPart: 'surfaces',
} as const

function isPaneView(view: string): view is PaneView {
  return PANE_VIEWS.some((pane) => pane === view)
}

/** How many frames a view may take to be there. */
const PATIENCE = 60

/** On small screens, and in a full column, the view may lie outside what is seen. */
function scrollTo(selector: string, block: ScrollLogicalPosition, frames = PATIENCE) {
  const at = document.querySelector(selector)
  if (at) at.scrollIntoView({ block })
  else if (frames > 0) requestAnimationFrame(() => scrollTo(selector, block, frames - 1))
}
