import type { ReactNode } from 'react'
import { samplesMissing } from '../../domain/parsing/cannot-run.ts'
import { problemText } from '../../text/problems.ts'
import { useAppState, useText } from '../shared/app-context.tsx'
import { useVisibleRuns } from '../shared/chart-runs.ts'
import css from '../shared/curves.module.css'
import { lazyPart } from '../shared/lazy.tsx'
import { Curves } from '../shared/lazy-curves.tsx'
import { TrainingHead } from './training-head.tsx'

const RunList = lazyPart(async () => ({ default: (await import('../runs/run-list.tsx')).RunList }))

const BOTH = ['loss', 'quality'] as const

export function TrainingView({ lead, tools }: { readonly lead?: ReactNode; readonly tools?: ReactNode }) {
  return (
    <main className={css.stage}>
      <TrainingHead lead={lead} tools={tools} />
      <div className={css.canvas}>
        <Curves show={BOTH} />
        <EmptyHint />
      </div>
      <div className={css.below}>
        <RunList />
      </div>
    </main>
  )
}

/**
 * While the axes are empty, a sentence over them says what would fill them: samples that are missing, else `hint`, where it is
 * not the usual one. `answerHint`
 * says where a lesson's answers are that are not in sight.
 */
export function EmptyHint({ hint, answerHint }: { readonly hint?: string; readonly answerHint?: string }) {
  const t = useText()
  const visible = useVisibleRuns()
  const missing = samplesMissing(useAppState(({ draft }) => draft.experiment))
  const asks = useAppState(({ lesson }) => lesson?.step === 'predict' && lesson.prediction === null)
  if (visible.length > 0) return null
  return (
    <div className={css.empty} data-hint>
      {missing && !asks ? (
        <p>{problemText(missing, t)}</p>
      ) : (
        <>
          <p>{asks ? t.lesson.guessFirst : t.stage.empty}</p>
          <p>{asks ? (answerHint ?? t.lesson.starts) : (hint ?? t.stage.emptyHint)}</p>
        </>
      )}
    </div>
  )
}
