/** A lesson, one step at a time: a question, its runs, why they went so, and what to try next. */
import { ChevronLeft, ChevronRight, SlidersHorizontal, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { LESSON_STEPS, type LessonStep } from '../../domain/link/lesson-keys.ts'
import type { SettingKey } from '../../domain/settings/settings.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { rememberLesson, rememberLessonDone } from '../../page/preferences.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { ExplainStep } from './explain-step.tsx'
import css from './lesson-panel.module.css'
import { PredictStep } from './predict-step.tsx'
import { SeeStep } from './see-step.tsx'
import { TeacherNotes } from './teacher-notes.tsx'
import { TryStep } from './try-step.tsx'
import { useBeginLesson } from './use-begin-lesson.ts'
import { type LessonRuns, useLessonRuns } from './use-lesson-runs.ts'
import { useLoadedLesson } from './use-loaded-lesson.ts'
import { type Steps, useSteps } from './use-steps.ts'

interface Props {
  /** Shows the settings in the panel's place, with this one in view. */
  onControls(setting?: SettingKey): void
}

export default function LessonPanel(props: Props) {
  const open = useAppState(({ lesson }) => lesson)
  return open && <OpenLesson key={open.key} open={open} {...props} />
}

function OpenLesson({ open, onControls }: Props & { readonly open: LessonState }) {
  const t = useText()
  const [lesson, retry] = useLoadedLesson(open.key)
  if (lesson === 'failed')
    return (
      <aside className={css.panel} aria-label={t.lesson.panel} data-lesson-panel>
        <Head open={open} onControls={onControls} />
        <p role="alert" className={css.body}>
          {t.notLoaded}{' '}
          <Button variant="plain" size="small" onClick={retry}>
            {t.data.retry}
          </Button>
        </p>
      </aside>
    )
  if (lesson === 'loading')
    return (
      <aside className={css.panel} aria-label={t.lesson.panel} aria-busy data-lesson-panel>
        <Head open={open} onControls={onControls} />
      </aside>
    )
  return <Panel open={open} lesson={lesson} onControls={onControls} />
}

interface PanelProps extends Props {
  readonly open: LessonState
  readonly lesson: Lesson
}

function Panel({ open, lesson, onControls }: PanelProps) {
  const t = useText()
  const body = useRef<HTMLDivElement>(null)
  const runs = useLessonRuns(lesson, open)
  const steps = useSteps(open, runs.state, lesson.question.answers.length)
  const { key, step, scene, prediction, revealed, runs: ids } = open
  useBeginLesson(open, lesson)
  useEffect(() => {
    if (scene !== null) rememberLesson(key, { prediction, revealed, runs: ids })
    if (scene !== null && step === 'try' && prediction !== null) rememberLessonDone(key)
  }, [key, scene, step, prediction, revealed, ids])
  // Every step begins at its top.
  useEffect(() => {
    body.current?.scrollTo(0, 0)
  }, [step])
  return (
    <aside className={css.panel} aria-label={t.lesson.panel} data-lesson-panel>
      <Head open={open} onControls={onControls} />
      <div ref={body} className={css.body} data-step={step}>
        <h2>{t.lessons.list[key].title}</h2>
        <StepBody open={open} lesson={lesson} runs={runs} steps={steps} onControls={onControls} />
        <TeacherNotes lesson={lesson} />
      </div>
      <Foot open={open} steps={steps} />
      <p role="status" className={css.said}>
        {said(open, runs, t.lesson)}
      </p>
    </aside>
  )
}

/** What screen readers say when a step is turned, and when the claim is judged. */
function said(
  { step, revealed }: LessonState,
  { judgement }: LessonRuns,
  t: ReturnType<typeof useText>['lesson'],
): string {
  const place = t.step(LESSON_STEPS.indexOf(step) + 1, LESSON_STEPS.length)
  const result = step === 'see' && revealed && judgement ? (judgement.holds ? t.holds : t.fails) : ''
  return `${t.of(place, t.steps[step])} ${result}`
}

interface StepProps extends PanelProps {
  readonly runs: LessonRuns
  readonly steps: Steps
}

function StepBody({ open, lesson, runs, steps, onControls }: StepProps) {
  switch (open.step) {
    case 'predict':
      return <PredictStep open={open} lesson={lesson} />
    case 'see':
      return <SeeStep open={open} lesson={lesson} runs={runs} steps={steps} />
    case 'explain':
      return <ExplainStep lesson={lesson} onControls={onControls} />
    case 'try':
      return <TryStep open={open} lesson={lesson} onControls={onControls} />
    default:
      return open.step satisfies never
  }
}

function Head({ open, onControls }: Props & { readonly open: LessonState }) {
  const t = useText()
  const { goToStep, closeLesson } = useActions()
  const at = LESSON_STEPS.indexOf(open.step)
  const name = (step: LessonStep, i: number) =>
    t.lesson.of(t.lesson.step(i + 1, LESSON_STEPS.length), t.lesson.steps[step])
  return (
    <header className={css.head}>
      <p className={css.place}>{t.lesson.step(at + 1, LESSON_STEPS.length)}</p>
      <ol className={css.ticks}>
        {LESSON_STEPS.map((step, i) => (
          <li key={step}>
            <button
              type="button"
              aria-label={name(step, i)}
              title={name(step, i)}
              aria-current={i === at ? 'step' : undefined}
              data-past={i <= at}
              onClick={() => goToStep(step)}
            />
          </li>
        ))}
      </ol>
      <Button
        variant="outline"
        size="small"
        icon={<SlidersHorizontal aria-hidden />}
        title={t.lesson.controlsHint}
        onClick={() => onControls()}
      >
        {t.lesson.controls}
      </Button>
      <Button
        variant="icon"
        size="small"
        icon={<X aria-hidden />}
        aria-label={t.lesson.leave}
        onClick={closeLesson}
      />
    </header>
  )
}

function Foot({ open, steps }: { readonly open: LessonState; readonly steps: Steps }) {
  const t = useText()
  const words = {
    skip: t.lesson.skip,
    run: t.lesson.run,
    reveal: t.lesson.reveal,
    turn: t.lesson.next,
    end: '',
  }
  return (
    <footer className={css.foot}>
      <Button
        variant="plain"
        icon={<ChevronLeft aria-hidden />}
        disabled={open.step === 'predict'}
        onClick={steps.back}
      >
        {t.lesson.previous}
      </Button>
      {steps.wayOn !== 'end' && (
        <Button variant="plain" className={css.onward} onClick={steps.onward}>
          {words[steps.wayOn]}
          <ChevronRight size={16} strokeWidth={1.5} aria-hidden />
        </Button>
      )}
    </footer>
  )
}
