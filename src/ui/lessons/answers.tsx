/** The answers of a lesson's question: to choose from, locked, or shown as right and not so. */
import { Check } from 'lucide-react'
import type { Lesson } from '../../lessons/lesson.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import css from './answers.module.css'

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const

interface Props {
  readonly open: LessonState
  readonly lesson: Lesson
}

export function Answers({ open, lesson }: Props) {
  const t = useText()
  const { predict } = useActions()
  const language = useAppState(({ view }) => view.language)
  const { prediction } = open
  return (
    <ol className={css.answers} aria-label={t.lesson.answers}>
      {lesson.question.answers.map(({ text }, i) => (
        <li key={i}>
          <button
            type="button"
            className={css.answer}
            aria-pressed={prediction === i}
            disabled={prediction !== null}
            onClick={() => predict(i)}
          >
            <b>{LETTERS[i]}</b> <span>{text[language]}</span>
            {prediction === i && <Check size={16} strokeWidth={1.6} aria-hidden />}
          </button>
        </li>
      ))}
    </ol>
  )
}

/** Each answer opens to why it is right or not; the right one and the chosen one are open at first. */
export function RevealedAnswers({ open: { prediction }, lesson }: Props) {
  const t = useText()
  const language = useAppState(({ view }) => view.language)
  return (
    <ol className={css.answers} aria-label={t.lesson.answers}>
      {lesson.question.answers.map(({ text, because, right = false }, i) => (
        <li key={i}>
          <details className={css.revealed} open={right || prediction === i} data-right={right}>
            <summary>
              <b>{LETTERS[i]}</b>{' '}
              <span>
                {text[language]}
                <small>
                  {[
                    right ? t.lesson.right : t.lesson.wrong,
                    ...(prediction === i ? [t.lesson.yours] : []),
                  ].join(t.panes.dot)}
                </small>
              </span>
            </summary>
            <p>{because[language]}</p>
          </details>
        </li>
      ))}
    </ol>
  )
}
