import { ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import type { Lesson } from '../../lessons/lesson.ts'
import { useAppState, useText } from '../shared/app-context.tsx'
import css from './teacher-notes.module.css'

/** How to teach the lesson, minute by minute; folded, because the class sees the page too. */
export function TeacherNotes({ lesson: { teacher } }: { readonly lesson: Lesson }) {
  const t = useText()
  const language = useAppState(({ view }) => view.language)
  return (
    <details className={css.teacher}>
      <summary>
        <ChevronRight size={14} strokeWidth={1.5} aria-hidden />
        {t.lesson.teacher}
      </summary>
      <p>{teacher.notes[language]}</p>
      <dl>
        {teacher.timing.map(({ minute, text }) => (
          <Fragment key={minute}>
            <dt>{t.lesson.minute(minute)}</dt>
            <dd>{text[language]}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  )
}
