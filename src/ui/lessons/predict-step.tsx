import type { Lesson } from '../../lessons/lesson.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { Answers } from './answers.tsx'
import css from './lesson-panel.module.css'

interface Props {
  readonly open: LessonState
  readonly lesson: Lesson
}

/** The question. Its answer starts the runs; the claim stays hidden. */
export function PredictStep({ open, lesson }: Props) {
  const t = useText()
  const { predictAgain } = useActions()
  const language = useAppState(({ view }) => view.language)
  const { prediction } = open
  return (
    <>
      <h3>{t.lesson.guessFirst}</h3>
      <p className={css.question}>{lesson.question.text[language]}</p>
      <Answers open={open} lesson={lesson} />
      {prediction === null ? (
        <>
          <p className={css.hint}>{t.lesson.starts}</p>
          <p className={css.keys}>{t.lesson.keys(lesson.question.answers.length)}</p>
        </>
      ) : (
        <p className={css.hint}>
          {prediction === 'skipped' ? t.lesson.skipped : t.lesson.locked}{' '}
          <Button variant="plain" size="small" onClick={predictAgain}>
            {t.lesson.again}
          </Button>
        </p>
      )}
    </>
  )
}
