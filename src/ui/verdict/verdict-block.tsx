/** The verdict on the run in focus: its word, its sentence, and where it stands between underfitting and overfitting. */
import { Fragment, useMemo } from 'react'
import { parameterCount } from '../../domain/network/network.ts'
import { VERDICT_LESSONS } from '../../lessons/verdict-lessons.ts'
import type { RunDiagnosis } from '../../store/diagnoses.ts'
import type { RunView } from '../../store/run-view.ts'
import { whole } from '../../text/format.ts'
import type { SentencePart } from '../../text/verdict-sentence.ts'
import { needleAt, sentenceOf } from '../../text/verdict-text.ts'
import { useText } from '../shared/app-context.tsx'
import { LessonLink } from '../shared/lesson-link.tsx'
import { useLiveRuns } from '../shared/live-context.tsx'
import { about } from '../shared/marks.ts'
import { runStatusText } from '../shared/run-status.ts'
import { headlineText, useDiagnosis } from '../shared/use-diagnosis.ts'
import { useFocusedRun, useShownExperiment } from '../shared/use-focused-run.ts'
import { MarkedNumber } from './marked-number.tsx'
import { Ruler } from './ruler.tsx'
import css from './verdict.module.css'
import { WayOn } from './way-on.tsx'
import { WhyBlock } from './why-block.tsx'

/**
 * The headline is the verdict, and under it stands what the run is doing or how it ended. Without a verdict that state is
 * the headline.
 */
export function VerdictBlock() {
  const t = useText()
  const run = useFocusedRun()
  const diagnosis = useDiagnosis(run)
  const experiment = useShownExperiment()
  const { title, text } = run
    ? runStatusText(run, t)
    : t.status.idle(whole(parameterCount(experiment)), whole(experiment.data.train))
  const word = diagnosis && headlineText(diagnosis, t)
  const live = useLiveRuns()
  const state = live?.shown ? (live.fiveSeeds ? t.live.verdictOnFive : t.live.verdictOn) : title
  return (
    <section className={css.block}>
      <div className={css.head}>
        {/* Screen readers announce a new verdict and a new state, but not every epoch. */}
        <div role="status" className={css.told}>
          <h2
            className={css.word}
            data-verdict={diagnosis?.headline}
            {...(diagnosis && about(`verdict.${diagnosis.headline}`))}
          >
            {word ?? <span data-run-status>{title}</span>}
          </h2>
          {word !== null && (
            <p className={css.state}>
              <span data-run-status>{state}</span>
            </p>
          )}
        </div>
        {diagnosis && <LessonLink lesson={VERDICT_LESSONS[diagnosis.headline]} bare />}
      </div>
      {run && diagnosis ? <Said run={run} diagnosis={diagnosis} /> : null}
      {run && diagnosis ? (
        <div className={css.further}>
          <WhyBlock run={run.id} diagnosis={diagnosis} />
          <Also diagnosis={diagnosis} />
        </div>
      ) : null}
      {live === null && <p className={css.text}>{text}</p>}
      {run && <WayOn run={run} />}
    </section>
  )
}

function Said({ run, diagnosis }: { run: RunView; diagnosis: RunDiagnosis }) {
  const t = useText()
  const { headline } = diagnosis
  const parts = useMemo(
    () => sentenceOf(diagnosis, headline, run.experiment, t),
    [diagnosis, headline, run.experiment, t],
  )
  const needle = needleAt(headline, diagnosis)
  const before = useBaselineNeedle()
  return (
    <>
      <p className={css.text}>
        <Sentence parts={parts} run={run.id} />
      </p>
      {needle !== null && <Ruler at={needle} before={before} word={t.verdict.words[headline]} />}
    </>
  )
}

/** Verdicts that hold too, and flags. */
function Also({ diagnosis: { headline, verdict, flags } }: { diagnosis: RunDiagnosis }) {
  const t = useText()
  const also = flags.filter((flag) => flag !== headline)
  if (verdict !== headline || also.length === 0) return null
  return (
    <p className={css.also}>
      {t.verdict.also('')}
      {also.map((flag, i) => (
        <Fragment key={flag}>
          {i > 0 && t.verdict.and}
          <span {...about(`verdict.${flag}`)}>{t.verdict.words[flag]}</span>
        </Fragment>
      ))}
    </p>
  )
}

/** Where the needle of the baseline stands that a live run is compared with. */
function useBaselineNeedle(): number | null {
  const live = useLiveRuns()
  const [shown, baseline] = [live?.shown, live?.baseline]
  const diagnosis = useDiagnosis(baseline?.view)
  if (!diagnosis || baseline?.key === shown?.key) return null
  return needleAt(diagnosis.headline, diagnosis)
}

function Sentence({ parts, run }: { parts: readonly SentencePart[]; run: string }) {
  return parts.map((part, i) => {
    if (typeof part === 'string') return part.replace(CLOSES, '').replace(OPENS, '')
    return (
      <span key={i} className={css.figure}>
        {signs(parts[i - 1], OPENS)}
        <MarkedNumber run={run} {...part} />
        {signs(parts[i + 1], CLOSES)}
      </span>
    )
  })
}

/** The signs before and after a number that no line may end or begin with: a button alone lets a line break beside it. */
const OPENS = /[（(]$/u
const CLOSES = /^[）)，。；、,.;:：]+/u

function signs(part: SentencePart | undefined, which: RegExp): string {
  return typeof part === 'string' ? (which.exec(part)?.[0] ?? '') : ''
}
