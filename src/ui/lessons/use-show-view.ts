import { PANE_VIEWS, type PaneView } from '../../domain/link/page-keys.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import { useActions } from '../shared/app-context.tsx'

type LookView = Lesson['look'][number]['view']

/** More runs are not drawn beside each other. */
const MOST_BESIDE = 3

/** Opens a view of the lesson's runs: of two or three, beside each other; of one, beside its curves. */
export function useShowView({ runs }: Pick<LessonState, 'runs'>) {
  const { look: change, focusOn } = useActions()
  return (view: LookView) => {
    const look = (to: Parameters<typeof change>[0]) => change({ onStage: false, code: false, ...to })
    const several = runs.length > 1 && runs.length <= MOST_BESIDE
    if (view === 'curves') look({ sideBySide: several && runs.length === 2 })
    else if (view === 'code') look({ sideBySide: false, code: true })
    else if (view === 'table') look({ sideBySide: false })
    else if (several && isPaneView(view)) look({ sideBySide: true, pane: view })
    else {
      look({ sideBySide: false, modelView: view })
      if (runs.length === 1) focusOn(runs[0]!)
    }
    requestAnimationFrame(() => scrollTo(view))
  }
}

function isPaneView(view: string): view is PaneView {
  return PANE_VIEWS.some((pane) => pane === view)
}

/** On small screens, and in a full column, the view may lie outside what is seen. */
function scrollTo(view: LookView) {
  const at =
    view === 'curves' ? '[data-curves]' : view === 'table' ? '[data-run-table]' : '[data-model-views]'
  document.querySelector(at)?.scrollIntoView({ block: 'nearest' })
}
