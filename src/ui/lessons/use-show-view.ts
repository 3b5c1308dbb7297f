import { PANE_VIEWS, type PaneView } from '../../domain/link/page-keys.ts'
import type { Lesson, Look } from '../../lessons/lesson.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import { useActions } from '../shared/app-context.tsx'
import { useMedia } from '../shared/use-page.ts'

/** More runs are not drawn beside each other. */
const MOST_BESIDE = 3

/**
 * Opens a view of the lesson's runs: of two or three, beside each other; of one, beside its curves. Surfaces need no run,
 * and have the page.
 */
export function useShowView({ runs }: Pick<LessonState, 'runs'>, { surfaces }: Lesson) {
  const { look, focusOn } = useActions()
  // Below each other on a small screen, only the first would be seen.
  const wide = useMedia('(min-width: 1024px)')
  return ({ view, surface, lastEpoch }: Pick<Look, 'view' | 'surface' | 'lastEpoch'>) => {
    const scene = surface === undefined ? undefined : surfaces?.[surface]
    const several = runs.length > 1 && runs.length <= MOST_BESIDE
    if (scene) look({ ...ON_SURFACE, paths: { scene, off: [] } })
    else if (view === 'curves') look({ sideBySide: wide && runs.length === 2, onStage: false })
    else if (view === 'table')
      look({ sideBySide: false, onStage: false, valuesOf: lastEpoch ? 'last' : 'best' })
    else if (view === 'code') look({ sideBySide: false, onStage: false, code: true })
    else if (several && isPaneView(view)) look({ sideBySide: true, pane: view, onStage: false })
    else {
      look({ sideBySide: false, modelView: view, onStage: false, code: false })
      if (runs.length === 1) focusOn(runs[0]!)
    }
    requestAnimationFrame(() => scrollTo(view, wide ? 'nearest' : 'start'))
  }
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

/** On small screens, and in a full column, the view may lie outside what is seen. */
function scrollTo(view: Look['view'], block: ScrollLogicalPosition) {
  const at =
    view === 'curves' ? '[data-curves]' : view === 'table' ? '[data-run-table]' : '[data-model-views]'
  document.querySelector(at)?.scrollIntoView({ block })
}
