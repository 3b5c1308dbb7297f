/** Turning the steps of a lesson, by buttons, keys, and the remotes that presenters hold. */
import { useEffectEvent, useLayoutEffect } from 'react'
import { LESSON_STEPS } from '../../domain/link/lesson-keys.ts'
import type { LessonState } from '../../store/lesson-state.ts'
import { useActions } from '../shared/app-context.tsx'
import type { LessonRunsState } from './use-lesson-runs.ts'

/** What the way on does: where the lesson asks or hides something, that comes before the next step. */
type WayOn = 'skip' | 'run' | 'reveal' | 'turn' | 'end'

export interface Steps {
  readonly wayOn: WayOn
  onward(): void
  back(): void
}

export function useSteps(lesson: LessonState, runs: LessonRunsState, answers: number): Steps {
  const { goToStep, predict, revealAnswers, closeLesson } = useActions()
  const at = LESSON_STEPS.indexOf(lesson.step)
  const turnTo = (to: number) => {
    const step = LESSON_STEPS[to]
    if (step) goToStep(step)
  }
  const wayOn = wayOnOf(lesson, runs)
  const steps: Steps = {
    wayOn,
    onward() {
      switch (wayOn) {
        case 'skip':
        case 'run':
          return predict('skipped')
        case 'reveal':
          return revealAnswers()
        case 'turn':
          return turnTo(at + 1)
        case 'end':
          return
        default:
          return wayOn satisfies never
      }
    },
    back: () => turnTo(at - 1),
  }
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const verb = verbOf(event)
    if (!verb) return
    event.preventDefault()
    verb()
  })
  function verbOf({ key, target, repeat }: KeyboardEvent): (() => void) | undefined {
    if (repeat || ownsKeys(target)) return undefined
    if (key === 'PageDown') return steps.onward
    if (key === 'PageUp') return steps.back
    if (key === 'Escape') return closeLesson
    if (isElsewhere(target)) return undefined
    if (key === 'ArrowRight') return steps.onward
    if (key === 'ArrowLeft') return steps.back
    const answer = Number(key) - 1
    const asks = lesson.step === 'predict' && lesson.prediction === null
    return asks && Number.isInteger(answer) && answer >= 0 && answer < answers
      ? () => predict(answer)
      : undefined
  }
  // Before the question is painted: whoever sees it can answer it.
  useLayoutEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  return steps
}

function wayOnOf({ step, prediction, revealed }: LessonState, runs: LessonRunsState): WayOn {
  if (prediction === null)
    return step === 'predict' ? 'skip' : step === 'see' ? 'run' : step === 'try' ? 'end' : 'turn'
  if (step === 'see' && runs === 'ended' && !revealed) return 'reveal'
  return step === 'try' ? 'end' : 'turn'
}

/** Fields, sliders and open menus have a use of their own for all of these keys. */
function ownsKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, select, textarea, dialog, details[open] > div') !== null
  )
}

/** Arrows and digits belong to what has the focus outside the lesson and may use them: a chart, a list of tabs. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    !target.matches('body, a, summary, button:not([role=tab])') &&
    target.closest('[data-lesson-panel]') === null
  )
}
