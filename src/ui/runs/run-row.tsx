import { Eye, EyeOff, GitFork, Pencil, Pin, PinOff, X } from 'lucide-react'
import { memo, useState } from 'react'
import type { SparkRange } from '../../charts/curves/spark-points.ts'
import { Sparkline } from '../../charts/curves/sparkline.tsx'
import { runColour } from '../../charts/kit/colour.ts'
import { thin } from '../../domain/run/curve.ts'
import { type EpochRow, gap, type quality } from '../../domain/run/run.ts'
import { isInProgress, type RunView, trainingTime } from '../../store/run-view.ts'
import type { ValuesOf } from '../../store/view-choices.ts'
import { duration, loss, percent, ratio, whole } from '../../text/format.ts'
import { runName, shortName } from '../../text/run-name.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { about } from '../shared/marks.ts'
import { headlineText, useDiagnosis } from '../shared/use-diagnosis.ts'
import { keptEnd } from './kept-end.ts'
import css from './run-list.module.css'
import { valuesOf } from './run-order.ts'

/** The number of points of a sparkline, which is 92 pixels wide. */
export const SPARK = 60

interface RunRowProps {
  readonly of: ValuesOf
  readonly run: RunView
  readonly epochs: number
  /** The range of validation losses, which is the same for all runs of a group. */
  readonly range: SparkRange | undefined
  readonly leads: boolean
}

export const RunRow = memo(function RunRow({ run, epochs, range, leads, of }: RunRowProps) {
  const t = useText()
  const { app } = useAppContext()
  const actions = useActions()
  const focused = useAppState(({ focus, live }) => live === null && focus === run.id)
  const isBaseline = useAppState(({ live }) => live?.baseline?.view.id === run.id)
  const name = runName(run, t)
  const origin = [isBaseline ? t.live.baseline : '', run.imported ? t.compare.imported : '']
    .filter((word) => word !== '')
    .join(' · ')
  const { best, latest, test } = run
  const diagnosis = useDiagnosis(run)
  const word = diagnosis ? headlineText(diagnosis, t) : ''
  const time = trainingTime(run)
  const [naming, setNaming] = useState(false)
  const shown: EpochRow | null = valuesOf(run, of)
  const score = test.kind === 'opened' ? testText(test.score) : null
  return (
    <tr data-run={run.id} data-focused={focused} data-hidden={!run.visible}>
      <td className={css.swatch}>
        <i style={{ background: runColour(run.colour) }} />
      </td>
      <td className={css.name}>
        {naming ? (
          <NameField
            name={name}
            onDone={(text) => {
              setNaming(false)
              if (text !== null && text !== name) actions.rename(run.id, text)
            }}
          />
        ) : (
          <button
            type="button"
            aria-label={t.runs.focus(name)}
            aria-pressed={focused}
            title={name}
            onClick={() => actions.focusOn(run.id)}
            onDoubleClick={() => setNaming(true)}
          >
            <span className={css.line}>
              <OneLine name={name} start={shortName(run, t)} />
            </span>
            {origin !== '' && <small>{origin}</small>}
          </button>
        )}
      </td>
      <td className={css.verdict} data-verdict {...(diagnosis && about(`verdict.${diagnosis.headline}`))}>
        {word}
      </td>
      <td className={css.spark}>
        <Sparkline
          rows={thin(app.outline(run), SPARK, best ? [best.epoch] : [])}
          best={best?.epoch ?? null}
          epochs={epochs}
          range={range}
        />
      </td>
      <td data-best={leads}>{best ? loss(best.validation.loss) : '–'}</td>
      <td>{best ? whole(best.epoch) : '–'}</td>
      <td>{shown ? loss(shown.train.loss) : '–'}</td>
      <td className={css.shownLoss}>{shown ? loss(shown.validation.loss) : '–'}</td>
      <td>{shown ? ratio(gap(shown)) : '–'}</td>
      <td className={score === null ? css.sealed : undefined}>{score ?? t.runs.sealed}</td>
      <td>{whole(latest?.epoch ?? 0)}</td>
      <td>{time === null ? '–' : duration(time)}</td>
      <td className={css.engine}>{run.engine ? t.progress.engines[run.engine.name] : '–'}</td>
      <td className={css.verbs}>
        <Verb Icon={GitFork} label={t.compare.fork(name)} onClick={() => actions.fork(run.id)} />
        <Verb Icon={Pencil} label={t.compare.rename(name)} onClick={() => setNaming(true)} />
        <Verb
          Icon={run.pinned ? PinOff : Pin}
          label={run.pinned ? t.compare.unpin(name) : t.compare.pin(name)}
          pressed={run.pinned}
          onClick={() => actions.togglePinned(run.id)}
        />
        <Verb
          Icon={run.visible ? Eye : EyeOff}
          label={run.visible ? t.runs.hide(name) : t.runs.show(name)}
          onClick={() => actions.toggleVisible(run.id)}
        />
        <Verb
          Icon={X}
          label={t.runs.remove(name)}
          disabled={isInProgress(run)}
          onClick={() => actions.remove(run.id)}
        />
      </td>
    </tr>
  )
})

/**
 * The name takes one line, however narrow. What runs of a comparison differ in stands at the `start` of their names and is
 * not cut off; of other names the end is not.
 */
function OneLine({ name, start }: { name: string; start: string }) {
  if (start !== name && name.startsWith(start))
    return (
      <>
        <span>{start}</span>
        <span className={css.cut}>{name.slice(start.length)}</span>
      </>
    )
  const [cut, end] = keptEnd(name)
  return (
    <>
      <span className={css.cut}>{cut}</span>
      {end !== '' && <span>{end}</span>}
    </>
  )
}

interface VerbProps {
  readonly Icon: typeof Eye
  readonly label: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  onClick(): void
}

function Verb({ Icon, label, pressed, disabled = false, onClick }: VerbProps) {
  return (
    <Button
      variant="icon"
      size="small"
      icon={<Icon size={15} strokeWidth={1.6} aria-hidden />}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    />
  )
}

/** Enter and leaving the field keep the name; Escape restores the old one. */
function NameField({ name, onDone }: { name: string; onDone(text: string | null): void }) {
  const t = useText()
  return (
    <input
      className={css.field}
      aria-label={t.compare.newName}
      defaultValue={name}
      maxLength={80}
      ref={(field) => field?.select()}
      onBlur={({ target }) => onDone(target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') onDone(null)
      }}
    />
  )
}

function testText(score: Parameters<typeof quality>[0]): string {
  return score.accuracy === undefined ? loss(score.loss) : percent(score.accuracy)
}
