/** What to look at: each opens its view, and shows where on the curves. */
import { useEffect, useState } from 'react'
import type { Lesson } from '../../lessons/lesson.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import { whole } from '../../text/format.ts'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import css from './looks.module.css'
import { useShowView } from './use-show-view.ts'

interface Props {
  readonly open: LessonState
  readonly lesson: Lesson
}

export function Looks({ open, lesson }: Props) {
  const t = useText()
  const { lookAt } = useActions()
  const language = useAppState(({ view }) => view.language)
  const show = useShowView(open, lesson)
  const [chosen, setChosen] = useState<number | null>(null)
  useEffect(() => () => lookAt(null), [lookAt])
  return (
    <section className={css.looks} aria-label={t.lesson.lookAt}>
      <h3>{t.lesson.lookAt}</h3>
      <ol>
        {lesson.look.map((one, i) => {
          const { view, epochs, flow, text } = one
          return (
            <li key={i}>
              <button
                type="button"
                aria-pressed={chosen === i}
                onClick={() => {
                  const off = chosen === i
                  setChosen(off ? null : i)
                  if (off) lookAt(null)
                  else lookAt(epochs ?? null, flow ?? null)
                  if (!off) show(one)
                }}
              >
                <span>{text[language]}</span>
                <small>
                  {view === 'curves' || view === 'table' || view === 'code'
                    ? t.lesson.views[view]
                    : view === 'fit'
                      ? t.panes.views.fit
                      : t.inside.views[view]}
                  {epochs && `${t.panes.dot}${t.lesson.onCurves(whole(epochs[0]), whole(epochs[1]))}`}
                </small>
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
