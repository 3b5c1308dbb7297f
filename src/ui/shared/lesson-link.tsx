import { GraduationCap } from 'lucide-react'
import type { LessonKey } from '../../domain/link/lesson-keys.ts'
import { useActions, useAppState, useText } from './app-context.tsx'
import css from './lesson-link.module.css'

interface Props {
  /** null where no lesson treats it: nothing is shown then, nor while that lesson is open. */
  readonly lesson: LessonKey | null | undefined
  /** Only the sign, where a line has no room for the title. */
  readonly bare?: boolean
}

/** Leads to the lesson that treats what stands beside it. */
export function LessonLink({ lesson, bare = false }: Props) {
  const t = useText()
  const { openLesson } = useActions()
  const isOpen = useAppState((state) => state.lesson?.key === lesson)
  if (!lesson || isOpen) return null
  const { title } = t.lessons.list[lesson]
  return (
    <button
      type="button"
      className={css.link}
      data-bare={bare}
      aria-label={t.lesson.open(title)}
      title={t.lesson.open(title)}
      onClick={() => openLesson(lesson)}
    >
      <GraduationCap size={14} strokeWidth={1.6} aria-hidden />
      {!bare && <span>{title}</span>}
    </button>
  )
}
