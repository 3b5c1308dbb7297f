import { Activity, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Sweep } from '../../domain/sweep/sweep.ts'
import { withLaterMessages } from '../../text/messages.ts'
import { CodeButton } from '../code/code-button.tsx'
import { CodeColumn } from '../code/code-column.tsx'
import type { ShownControls } from '../lessons/lesson-column.tsx'
import { TermTips } from '../lessons/term-tips.tsx'
import { RunDetails } from '../run-details/run-details.tsx'
import { FoldingSettings } from '../settings/folding-settings.tsx'
import { SettingsColumn } from '../settings/settings-column.tsx'
import { useActions, useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'
import { LiveProvider } from '../shared/live-context.tsx'
import { OpeningProvider } from '../shared/opening.tsx'
import { useDroppedFiles } from '../shared/use-open-files.ts'
import { useMedia, usePage } from '../shared/use-page.ts'
import { type View, ViewSwitch } from '../sweep/view-switch.tsx'
import { TopBar } from '../top-bar/top-bar.tsx'
import { TrainingView } from '../training/training-view.tsx'
import { ModelViews } from '../views/model-views.tsx'
import css from './app.module.css'
import { TrainingTape } from './app-progress.tsx'
import { Lecture } from './lecture.tsx'
import { Notices } from './notices.tsx'
import { useKeys } from './use-keys.ts'
import { useTurns, useView } from './use-view.ts'

const Phone = lazyPart(async () => ({ default: (await import('./phone/phone.tsx')).Phone }))
const LessonColumn = lazyPart(() => import('../lessons/lesson-column.tsx'))
const LiveSlow = lazyPart(async () => ({ default: (await import('../live/live-slow.tsx')).LiveSlow }))
const PresentPage = lazyPart(withLaterMessages(() => import('./present/present-page.tsx')))
const EmbedPage = lazyPart(withLaterMessages(() => import('./embed/embed-page.tsx')))
const PanesView = lazyPart(() => import('../compare/panes-view.tsx'))
const SweepView = lazyPart(withLaterMessages(() => import('../sweep/sweep-view.tsx')))

export function App() {
  const { embedded } = useAppContext()
  return (
    <OpeningProvider>
      <LiveProvider>
        {embedded ? <EmbedPage /> : <Page />}
        <TermTips />
      </LiveProvider>
    </OpeningProvider>
  )
}

function Page() {
  usePage()
  useDroppedFiles()
  useTurns()
  const narrow = useMedia('(max-width: 1023px)')
  const presenting = useAppState(({ view }) => view.presenting)
  if (presenting) return <PresentPage />
  return narrow ? <Phone /> : <Workbench />
}

function Workbench() {
  const t = useText()
  const { look } = useActions()
  const live = useAppState((state) => state.live !== null)
  const [view, setView] = useView()
  const [form, setForm] = useState<Sweep | null>(null)
  const sweep = useMemo(() => (view === 'sweep' ? { form } : null), [view, form])
  useKeys(sweep)
  const [swept, setSwept] = useState(false)
  if (view === 'sweep' && !swept) setSwept(true)
  /** The folded settings are open over the panes, which use the whole width of the page. */
  const [settings, setSettings] = useState(false)
  const hasLesson = useAppState(({ lesson }) => lesson !== null)
  const [controls, setControls] = useState<ShownControls>(false)
  if (!hasLesson && controls !== false) setControls(false)
  const code = useAppState((state) => state.view.code)
  const codeButton = useRef<HTMLButtonElement>(null)
  const closeCode = useCallback(() => {
    look({ code: false })
    codeButton.current?.focus()
  }, [look])
  const { app } = useAppContext()
  // A person who starts a run is done with the settings, so they fold again.
  useEffect(
    () =>
      app.store.subscribe(({ runGroup }, before) => {
        if (runGroup !== before.runGroup && runGroup.length > 0) setSettings(false)
      }),
    [app],
  )
  const onStage = useAppState((state) => state.view.onStage)
  const large = onStage && view === 'runs'
  const choose = (next: View) => {
    setView(next)
    look({ onStage: false })
    setSettings(false)
  }
  // The switch is the same element in either view, so that it keeps the focus; both views leave this place
  // for it.
  const lead = <div className={css.lead} />
  return (
    <div className={css.app}>
      <header>
        <TopBar sweep={sweep} />
        <TrainingTape />
      </header>
      <Notices />
      <Lecture />
      {live && <LiveSlow />}
      <div
        className={css.columns}
        data-view={large ? 'large' : view}
        data-code={code && view === 'runs'}
        data-lesson={hasLesson}
      >
        {hasLesson ? (
          <LessonColumn controls={controls} onControls={setControls} settings={<SettingsColumn />} />
        ) : (
          <FoldingSettings folded={view === 'panes' || large} open={settings} onOpen={setSettings} />
        )}
        <nav className={css.switch} aria-label={t.sweepControls.view}>
          <ViewSwitch view={view} onChange={choose} />
        </nav>
        {large && (
          <main className={css.large}>
            <ModelViews large />
          </main>
        )}
        <Activity mode={view === 'runs' && !large ? 'visible' : 'hidden'}>
          <TrainingView
            lead={lead}
            tools={<CodeButton ref={codeButton} open={code} onToggle={() => look({ code: !code })} />}
          />
          <Activity mode={code ? 'hidden' : 'visible'}>
            <RunDetails />
          </Activity>
          <CodeColumn open={code} button={codeButton} onClose={closeCode} />
        </Activity>
        {view === 'panes' && (
          <PanesView lead={lead} onSettings={() => (hasLesson ? setControls(true) : setSettings(true))} />
        )}
        {swept && (
          <Activity mode={view === 'sweep' ? 'visible' : 'hidden'}>
            <SweepView lead={lead} onLeave={() => choose('runs')} onForm={setForm} />
          </Activity>
        )}
      </div>
    </div>
  )
}
