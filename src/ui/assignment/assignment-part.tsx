import { withLaterMessages } from '../../text/messages.ts'
import { useAppState } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'

const Card = lazyPart(withLaterMessages(() => import('./assignment-card.tsx')))

/** The assignment that the page was opened with, if any. A lesson has a question of its own. */
export function AssignmentPart() {
  const isShown = useAppState(({ assignment, lesson }) => assignment !== null && lesson === null)
  return isShown && <Card />
}
