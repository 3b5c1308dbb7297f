/** The runs: how far they are, whether the claim held in them, and what to look at. */
import { Check, X } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import type { Judgement, Lesson } from '../../lessons/lesson.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import { figure, percent, whole } from '../../text/format.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { Answers, RevealedAnswers } from './answers.tsx'
import css from './lesson-panel.module.css'
import { Looks } from './looks.tsx'
import type { LessonRuns } from './use-lesson-runs.ts'
import { useShowView } from './use-show-view.ts'
import type { Steps } from './use-steps.ts'

interface Props {
  readonly open: LessonState
  readonly lesson: Lesson
  readonly runs: LessonRuns
  readonly steps: Steps
}

export function SeeStep({ open, lesson, runs, steps }: Props) {
  const t = useText()
  const { revealAnswers } = useActions()
  const language = useAppState(({ view }) => view.language)
  const ended = runs.state === 'ended'
  const show = useEffectEvent(useShowView(open, lesson))
  const count = open.runs.length
  // Two runs are seen beside each other from their first epoch on.
  useEffect(() => {
    if (count === 2) show({ view: 'curves' })
  }, [count])
  if (ended && open.revealed)
    return (
      <>
        <Claim open={open} lesson={lesson} judgement={runs.judgement} />
        <Looks open={open} lesson={lesson} />
        <h3>{lesson.question.text[language]}</h3>
        <RevealedAnswers open={open} lesson={lesson} />
      </>
    )
  return (
    <>
      <RunsSoFar runs={runs} steps={steps} />
      {ended && (
        <Button variant="primary" onClick={revealAnswers}>
          {t.lesson.reveal}
        </Button>
      )}
      {open.prediction !== null && (
        <>
          <h3>{lesson.question.text[language]}</h3>
          <Answers open={open} lesson={lesson} />
        </>
      )}
    </>
  )
}

/** What the runs are doing, and the way on where they came to no end. */
function RunsSoFar({ runs: { state, runs }, steps }: Pick<Props, 'runs' | 'steps'>) {
  const t = useText()
  const { app } = useAppContext()
  const { predictAgain } = useActions()
  switch (state) {
    case 'none': {
      const [problem] = app.cannotRunReasons()
      if (problem)
        return (
          <p className={css.hint} role="alert">
            {t.lesson.cannotRun} {problemText(problem, t)}
          </p>
        )
      return (
        <Button variant="primary" onClick={steps.wayOn === 'run' ? steps.onward : predictAgain}>
          {steps.wayOn === 'run' ? t.lesson.run : t.lesson.again}
        </Button>
      )
    }
    case 'going': {
      const epoch = Math.min(...runs.map(({ latest }) => latest?.epoch ?? 0))
      const of = Math.max(...runs.map(({ experiment }) => experiment.training.epochs))
      return (
        <p className={css.going}>
          {epoch === 0 ? t.lesson.waiting : t.lesson.running(whole(epoch), whole(of))}
        </p>
      )
    }
    case 'paused':
      return <p className={css.going}>{t.lesson.paused}</p>
    case 'stopped':
    case 'failed':
      return (
        <div className={css.cut}>
          <p>{t.lesson[state]}</p>
          <Button variant="outline" size="small" onClick={predictAgain}>
            {t.lesson.again}
          </Button>
        </div>
      )
    case 'ended':
      return null
    default:
      return state satisfies never
  }
}

interface ClaimProps {
  readonly open: LessonState
  readonly lesson: Lesson
  readonly judgement: Judgement | null
}

/** The claim, whether it held in these very runs, and the numbers that say so. */
function Claim({ open, lesson, judgement }: ClaimProps) {
  const t = useText()
  const language = useAppState(({ view }) => view.language)
  return (
    <section className={css.claim} aria-label={t.lesson.claim}>
      <p>{t.lessons.list[open.key].claim}</p>
      {judgement === null ? (
        <p className={css.going}>{t.lesson.opening}</p>
      ) : (
        <>
          <p className={css.judged} data-holds={judgement.holds}>
            {judgement.holds ? (
              <Check size={16} strokeWidth={2} aria-hidden />
            ) : (
              <X size={16} strokeWidth={2} aria-hidden />
            )}
            {judgement.holds ? t.lesson.holds : t.lesson.fails}
          </p>
          <dl className={css.figures}>
            {Object.entries(lesson.figureNames).map(([key, name]) => (
              <div key={key}>
                <dt>{name[language]}</dt>
                <dd>{(name.share ? percent : figure)(judgement.figures[key]!)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}
