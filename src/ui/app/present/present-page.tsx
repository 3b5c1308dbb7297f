/**
 * The page as it is projected: one chart, its verdict and three controls, as large as the window allows, and driven by keys.
 * Everything is laid out as for a small window and then enlarged as a whole.
 */
import { type CSSProperties, useState } from 'react'
import { dataSet } from '../../../domain/data/registry.ts'
import { LessonScene } from '../../lessons/lesson-scene.tsx'
import { useActions, useAllText } from '../../shared/app-context.tsx'
import { useHeadline } from '../../shared/headline.ts'
import { lazyPart } from '../../shared/lazy.tsx'
import { Curves } from '../../shared/lazy-curves.tsx'
import { useLiveRuns } from '../../shared/live-context.tsx'
import { useFocusedRun, useShownExperiment } from '../../shared/use-focused-run.ts'
import { EmptyHint } from '../../training/training-view.tsx'
import { FitPicture, hasPicture } from '../../views/fit-view.tsx'
import { TrainingTape } from '../app-progress.tsx'
import { EpochCount } from '../epoch-count.tsx'
import { Lecture } from '../lecture.tsx'
import { Notices } from '../notices.tsx'
import { useKeys } from '../use-keys.ts'
import css from './present.module.css'
import { PresentKeys } from './present-keys.tsx'
import { PresentedControls } from './presented-controls.tsx'
import { PresentedVerdict } from './presented-verdict.tsx'
import { useControlKeys } from './use-control-keys.ts'
import { useEnlargement } from './use-enlargement.ts'
import { useProjector } from './use-projector.ts'

const LiveEffect = lazyPart(async () => ({
  default: (await import('../../live/live-effect.tsx')).LiveEffect,
}))
const LOSS = ['loss'] as const

export default function PresentPage() {
  const { presenting: t } = useAllText()
  const { look } = useActions()
  const run = useFocusedRun()
  const experiment = useShownExperiment()
  const [verdict, setVerdict] = useState(true)
  const [picture, setPicture] = useState(false)
  const hasOne = hasPicture(dataSet(experiment.data))
  const leave = () => look({ presenting: false })
  const controlKeys = useControlKeys()
  useProjector(leave)
  useKeys(null, (event) => ({
    ...controlKeys(event),
    v: () => setVerdict(!verdict),
    ...(hasOne && { b: () => setPicture(!picture) }),
    escape: leave,
  }))
  const enlarged = { '--enlarged': useEnlargement() } as CSSProperties
  return (
    <div className={css.page} style={enlarged}>
      <TrainingTape />
      <Notices />
      <LessonScene />
      <main className={css.enlarged} aria-label={t.title}>
        <Lecture presented />
        <Head />
        <div className={css.pictures} data-both={picture && hasOne}>
          <div className={css.chart}>
            <Curves show={LOSS} />
            <EmptyHint answerHint={t.answers} />
          </div>
          {picture && hasOne && (
            <div className={css.fit}>
              <FitPicture run={run} experiment={experiment} />
            </div>
          )}
        </div>
        {verdict && <PresentedVerdict />}
        <PresentedControls />
        <PresentKeys picture={hasOne} />
      </main>
    </div>
  )
}

function Head() {
  const live = useLiveRuns()
  const { title, settings, difference } = useHeadline()
  return (
    <header className={css.head}>
      <div>
        <h1>{live?.shown && difference !== null ? difference : title}</h1>
        {live?.shown ? (
          <div data-effect>
            <LiveEffect />
          </div>
        ) : (
          <p>{difference ?? settings}</p>
        )}
      </div>
      <EpochCount className={css.epochs} />
    </header>
  )
}
