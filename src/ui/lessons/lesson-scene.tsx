import type { LessonState } from '../../store/lesson-state.ts'
import { useAppState } from '../shared/app-context.tsx'
import { useBeginLesson } from './use-begin-lesson.ts'
import { useLoadedLesson } from './use-loaded-lesson.ts'

/** Of a lesson that is opened where its panel is not, as in a presentation: its scene comes into the controls all the same. */
export function LessonScene() {
  const open = useAppState(({ lesson }) => lesson)
  return open && <Begun key={open.key} open={open} />
}

function Begun({ open }: { readonly open: LessonState }) {
  const [lesson] = useLoadedLesson(open.key)
  useBeginLesson(open, typeof lesson === 'string' ? null : lesson)
  return null
}
