/**
 * The page as it stands in another one: curves, what the network has learned, the verdict, and three controls. It has no keys
 * of its own, because those belong to the text around it.
 */
import { ArrowUpRight } from 'lucide-react'
import { useRef } from 'react'
import { dataSet } from '../../../domain/data/registry.ts'
import type { loadLesson } from '../../../lessons/registry.ts'
import { Button } from '../../kit/button.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { LiveEffect } from '../../live/live-effect.tsx'
import { LiveSlow } from '../../live/live-slow.tsx'
import { useActions, useAllText, useAppState } from '../../shared/app-context.tsx'
import { useHeadline } from '../../shared/headline.ts'
import { Curves } from '../../shared/lazy-curves.tsx'
import { usePresentedSettings } from '../../shared/presented-settings.ts'
import { useFocusedRun, useShownExperiment } from '../../shared/use-focused-run.ts'
import { useMedia, usePage } from '../../shared/use-page.ts'
import { RunControls } from '../../top-bar/run-controls.tsx'
import { EmptyHint } from '../../training/training-view.tsx'
import { FitPicture, fitTitle, hasPicture } from '../../views/fit-view.tsx'
import { TrainingTape } from '../app-progress.tsx'
import { EpochCount } from '../epoch-count.tsx'
import { Notices } from '../notices.tsx'
import { PresentedRow } from '../present/presented-row.tsx'
import css from './embed.module.css'
import { EmbedVerdict } from './embed-verdict.tsx'
import { type OpenedLink, useEmbeddedLink, useFullUrl } from './use-embedded-link.ts'
import { useWantedHeight } from './use-wanted-height.ts'

const LOSS = ['loss'] as const

interface Props {
  /** Fetches a lesson, if not as everywhere. */
  readonly load?: typeof loadLesson
}

export default function EmbedPage({ load }: Props) {
  usePage()
  const t = useAllText()
  const opened = useEmbeddedLink(load)
  if (opened === 'loading') return null
  if ('retry' in opened)
    return (
      <p role="alert" className={css.failed}>
        {t.notLoaded}
        {t.gap}
        <Button variant="outline" size="small" onClick={opened.retry}>
          {t.data.retry}
        </Button>
      </p>
    )
  return <Embedded key={opened.hash} opened={opened} />
}

function Embedded({ opened }: { readonly opened: OpenedLink }) {
  const t = useAllText()
  const page = useRef<HTMLDivElement>(null)
  const pictures = useRef<HTMLDivElement>(null)
  useWantedHeight(page, pictures)
  const isLive = useAppState(({ live }) => live !== null)
  return (
    <div ref={page} className={css.page}>
      <header className={css.head}>
        <RunControls />
        <EpochCount className={css.epochs} />
      </header>
      <TrainingTape />
      <Notices />
      {isLive && <LiveSlow />}
      <main className={css.main} aria-label={t.embed.title}>
        {isLive && <LiveEffect />}
        <Pictures boxes={pictures} />
        <div className={css.verdict}>
          <EmbedVerdict />
        </div>
        <Controls />
      </main>
      <Foot opened={opened} />
    </div>
  )
}

/** The curves and the picture of the fit: side by side or, where there is no room for both, one of them. */
function Pictures({ boxes }: { readonly boxes: React.RefObject<HTMLDivElement | null> }) {
  const t = useAllText()
  const { look } = useActions()
  const run = useFocusedRun()
  const experiment = useShownExperiment()
  const set = dataSet(experiment.data)
  const narrow = useMedia('(max-width: 559px)')
  const chosen = useAppState(({ view }) => (view.onStage ? 'fit' : 'loss'))
  const hasFit = hasPicture(set)
  const fit = hasFit && (!narrow || chosen === 'fit')
  return (
    <>
      {hasFit && narrow && (
        <Segmented
          hideLabel
          size="small"
          label={t.embed.pictures}
          value={chosen}
          options={[
            { value: 'loss', label: t.stage.loss },
            { value: 'fit', label: fitTitle(set, t) },
          ]}
          onChange={(next) => look({ onStage: next === 'fit' })}
        />
      )}
      <div ref={boxes} className={css.pictures}>
        {!(fit && narrow) && (
          <div className={css.chart}>
            <Curves show={LOSS} />
            <EmptyHint hint={t.embed.pressRun} />
          </div>
        )}
        {fit && (
          <div className={css.fit}>
            <FitPicture run={run} experiment={experiment} />
          </div>
        )}
      </div>
    </>
  )
}

function Controls() {
  const { presenting: t } = useAllText()
  const { settings } = usePresentedSettings()
  if (settings.length === 0) return null
  return (
    <fieldset className={css.controls} aria-label={t.controls}>
      {settings.map((setting) => (
        <PresentedRow key={setting} setting={setting} />
      ))}
    </fieldset>
  )
}

/** What is trained here, and the way to all the rest of it. */
function Foot({ opened }: { readonly opened: OpenedLink }) {
  const t = useAllText()
  const { settings, difference } = useHeadline()
  const { data } = useShownExperiment()
  const said = difference ?? `${t.sets[data.set]} · ${settings}`
  return (
    <footer className={css.foot}>
      <p title={said}>{said}</p>
      <a href={useFullUrl(opened)} target="_blank" rel="noopener" title={t.embed.openHint}>
        {t.embed.open}
        <ArrowUpRight size={14} strokeWidth={1.6} aria-hidden />
      </a>
    </footer>
  )
}
