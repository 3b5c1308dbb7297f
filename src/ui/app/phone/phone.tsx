import { useMemo, useState } from 'react'
import { dataSet } from '../../../domain/data/registry.ts'
import type { Sweep } from '../../../domain/sweep/sweep.ts'
import { withLaterMessages } from '../../../text/messages.ts'
import { AssignmentPart } from '../../assignment/assignment-part.tsx'
import { CodeButton } from '../../code/code-button.tsx'
import { CodeDialog } from '../../code/code-dialog.tsx'
import { TunedRates } from '../../compare/tuned-rates.tsx'
import { ExportMenu } from '../../export/export-menu.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { CourseButton } from '../../lessons/course-button.tsx'
import type { ShownControls } from '../../lessons/lesson-column.tsx'
import { LiveDetails } from '../../live/live-details.tsx'
import { LiveEffect } from '../../live/live-effect.tsx'
import { LiveSlow } from '../../live/live-slow.tsx'
import { CheckBlock } from '../../run-details/check-block.tsx'
import { EngineFacts } from '../../run-details/engine-facts.tsx'
import { StatusFacts } from '../../run-details/status-block.tsx'
import { TestBlock } from '../../run-details/test-block.tsx'
import { WhatIfBlock } from '../../run-details/what-if-block.tsx'
import { RunList } from '../../runs/run-list.tsx'
import { ShareButton } from '../../share/share-button.tsx'
import { useActions, useAppState, useText } from '../../shared/app-context.tsx'
import { lazyPart } from '../../shared/lazy.tsx'
import { Curves } from '../../shared/lazy-curves.tsx'
import { useLiveRuns } from '../../shared/live-context.tsx'
import { useShownExperiment } from '../../shared/use-focused-run.ts'
import { ViewSwitch } from '../../sweep/view-switch.tsx'
import { Brand } from '../../top-bar/brand.tsx'
import { LanguageChoice, ThemeButton } from '../../top-bar/page-controls.tsx'
import { EngineChip, PaceChip } from '../../top-bar/progress.tsx'
import { RunControls } from '../../top-bar/run-controls.tsx'
import { SweepControls } from '../../top-bar/sweep-controls.tsx'
import { ViewControls } from '../../training/training-head.tsx'
import { EmptyHint } from '../../training/training-view.tsx'
import { Remedies } from '../../verdict/remedies.tsx'
import { VerdictBlock } from '../../verdict/verdict-block.tsx'
import { FitView, fitTitle } from '../../views/fit-view.tsx'
import { ModelViews } from '../../views/model-views.tsx'
import { TrainingTape } from '../app-progress.tsx'
import { EpochCount } from '../epoch-count.tsx'
import { Lecture } from '../lecture.tsx'
import { Notices } from '../notices.tsx'
import { useKeys } from '../use-keys.ts'
import { useView } from '../use-view.ts'
import css from './phone.module.css'
import { Sheet } from './sheet.tsx'

const ResamplingBlock = lazyPart(
  withLaterMessages(async () => ({
    default: (await import('../../views/resampling-block.tsx')).ResamplingBlock,
  })),
)
const LessonSheet = lazyPart(() => import('../../lessons/lesson-sheet.tsx'))
const PanesView = lazyPart(() => import('../../compare/panes-view.tsx'))
const SweepView = lazyPart(withLaterMessages(() => import('../../sweep/sweep-view.tsx')))

type View = 'loss' | 'quality' | 'fit'

/**
 * The page on small screens: the run bar is on top, one picture is shown at a time, and the settings are in a sheet
 * from below.
 */
export function Phone() {
  const t = useText()
  const [shown, setShown] = useView()
  const { look } = useActions()
  const [code, setCode] = useState(false)
  /** A column of code that was open on a wide page is no reason to cover a narrow one, but a lesson may lead to it. */
  const asked = useAppState(({ view, lesson }) => lesson !== null && view.code)
  const closeCode = () => {
    setCode(false)
    if (asked) look({ code: false })
  }
  const [form, setForm] = useState<Sweep | null>(null)
  const sweep = useMemo(() => (shown === 'sweep' ? { form } : null), [shown, form])
  useKeys(sweep)
  const live = useLiveRuns()
  const hasLesson = useAppState(({ lesson }) => lesson !== null)
  const [controls, setControls] = useState<ShownControls>(false)
  if (!hasLesson && controls !== false) setControls(false)
  return (
    <div className={css.phone} data-lesson={hasLesson}>
      <header className={css.head}>
        <Brand />
        <CourseButton />
        <div className={css.page}>
          <ShareButton />
          <LanguageChoice />
          <ThemeButton />
        </div>
      </header>
      <section className={css.sticky} aria-label={t.controls.group}>
        <div className={css.runBar}>
          {sweep ? <SweepControls form={sweep.form} /> : <RunControls />}
          {!sweep && <EpochCount className={css.epochs} />}
        </div>
        <TrainingTape />
      </section>
      <Notices />
      <Lecture />
      <LiveSlow />
      <nav className={css.shown} aria-label={t.sweepControls.view}>
        <ViewSwitch view={shown} onChange={setShown} />
        <div className={css.tools}>
          <CodeButton open={code} onToggle={() => setCode(true)} />
          <ExportMenu />
        </div>
      </nav>
      {/* Outside of what a lesson hides. */}
      {(code || asked) && <CodeDialog onClose={closeCode} />}
      {shown === 'sweep' ? (
        <SweepView lead={null} onLeave={() => setShown('runs')} onForm={setForm} />
      ) : shown === 'panes' ? (
        <PanesView lead={null} />
      ) : (
        <>
          <main className={css.main}>
            <AssignmentPart />
            <VerdictBlock />
            <Pictures />
            {live ? <LiveDetails /> : <Details />}
            <div className={css.engine}>
              <PaceChip />
              <EngineChip />
            </div>
          </main>
          <RunList />
        </>
      )}
      {hasLesson && controls === false ? (
        <LessonSheet onControls={(setting) => setControls(setting ?? true)} />
      ) : (
        <Sheet
          reveal={typeof controls === 'string' ? controls : undefined}
          onBack={hasLesson ? () => setControls(false) : undefined}
        />
      )}
    </div>
  )
}

function Details() {
  return (
    <>
      <StatusFacts />
      <Remedies />
      <TunedRates />
      <CheckBlock />
      <WhatIfBlock />
      <ResamplingBlock />
      <TestBlock />
      <ModelViews large={false} />
      <EngineFacts />
    </>
  )
}

function Pictures() {
  const t = useText()
  const [view, setView] = useState<View>('loss')
  const set = dataSet(useShownExperiment().data)
  const options: { value: View; label: string }[] = [
    { value: 'loss', label: t.stage.loss },
    { value: 'quality', label: set.task === 'classes' ? t.stage.accuracy : t.stage.r2 },
    {
      value: 'fit',
      label: fitTitle(set, t),
    },
  ]
  return (
    <section className={css.pictures}>
      <div className={css.choices}>
        <Segmented hideLabel label={t.stage.title} value={view} options={options} onChange={setView} />
      </div>
      {view === 'fit' ? (
        <FitView />
      ) : (
        <>
          <ViewControls />
          <LiveEffect />
          <div className={css.chart}>
            <Curves show={view === 'loss' ? LOSS : QUALITY} />
            <EmptyHint />
          </div>
        </>
      )}
    </section>
  )
}

const LOSS = ['loss'] as const
const QUALITY = ['quality'] as const
