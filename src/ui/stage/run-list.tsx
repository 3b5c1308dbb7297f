import { Eye, EyeOff, GitFork, Pencil, Pin, PinOff, X } from 'lucide-react'
import { memo, useDeferredValue, useState } from 'react'
import { Sparkline } from '../../charts/sparkline.tsx'
import { thin } from '../../domain/curve.ts'
import { type EpochRow, gap, type quality } from '../../domain/run.ts'
import { isLive, type RunView } from '../../store/run-view.ts'
import { duration, loss, percent, ratio, whole } from '../../text/format.ts'
import { runName } from '../../text/run-name.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { useActions, useLab, useRoom, useText } from '../lab-context.tsx'
import css from './run-list.module.css'
import { type Column, type Sort, sorted, type ValuesOf, valuesOf } from './run-order.ts'

/** Points of a sparkline: it is 92 pixels wide. */
const SPARK = 60

/** Every run on the page: what sets it apart, how well it did, whether it is drawn. */
export function RunList() {
  const t = useText()
  // As the curves do, new figures wait for whatever a person did.
  const runs = useDeferredValue(useLab((state) => state.runs))
  const [sort, setSort] = useState<Sort | null>(null)
  const [of, setOf] = useState<ValuesOf>('best')
  if (runs.length === 0) return <Brought />
  const head = (column: Column, label: string, narrow?: string) => (
    <th
      className={narrow}
      aria-sort={sort?.column !== column ? 'none' : sort.rising ? 'ascending' : 'descending'}
    >
      <button type="button" className={css.sort} onClick={() => setSort(nextSort(sort, column))}>
        {label}
        {sort?.column === column && <span aria-hidden>{sort.rising ? ' ↑' : ' ↓'}</span>}
      </button>
    </th>
  )
  const epochs = Math.max(1, ...runs.map(({ latest }) => latest?.epoch ?? 0))
  const lowest = Math.min(...runs.map(({ best }) => best?.validation.loss ?? Number.POSITIVE_INFINITY))
  return (
    <section className={css.list} aria-label={t.runs.title}>
      <h2 className={css.title}>
        {t.runs.title} <span>{runs.length}</span>
        <div className={css.of}>
          <Segmented
            hideLabel
            label={t.compare.values}
            value={of}
            options={[
              { value: 'best', label: t.compare.atBest },
              { value: 'last', label: t.compare.atLast },
            ]}
            onChange={setOf}
            size="small"
          />
        </div>
      </h2>
      <Brought />
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th className={css.name} colSpan={2}>
                {t.runs.difference}
              </th>
              <th className={css.spark}>{t.runs.curve}</th>
              {head('best', t.runs.best)}
              {head('at', t.runs.at, css.narrow)}
              {head('train', t.compare.train, css.wide)}
              {head('validation', t.compare.validation, css.wide)}
              {head('gap', t.runs.gap)}
              {head('test', t.runs.test)}
              {head('epochs', t.runs.epochs, css.wider)}
              {head('time', t.runs.time, css.wider)}
              {head('engine', t.compare.engine, css.wide)}
              <td />
            </tr>
          </thead>
          <tbody>
            {sorted(runs, sort, of).map((run) => (
              <RunRow
                key={run.id}
                run={run}
                epochs={epochs}
                of={of}
                leads={runs.length > 1 && run.best?.validation.loss === lowest}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Down, up, and back to the order in which they were started. */
function nextSort(sort: Sort | null, column: Column): Sort | null {
  if (sort?.column !== column) return { column, rising: true }
  return sort.rising ? { column, rising: false } : null
}

/** The run that was just deleted can be brought back. */
function Brought() {
  const t = useText()
  const { restoreRemoved, forgetRemoved } = useActions()
  const removed = useLab((state) => state.removed)
  const [first] = removed
  if (!first) return null
  return (
    <Notice
      tone="info"
      dismissLabel={t.dismiss}
      onDismiss={forgetRemoved}
      action={{ label: t.compare.bringBack, onClick: restoreRemoved }}
    >
      {t.compare.removed(runName(first.view, t))}
    </Notice>
  )
}

interface RunRowProps {
  readonly of: ValuesOf
  readonly run: RunView
  readonly epochs: number
  readonly leads: boolean
}

const RunRow = memo(function RunRow({ run, epochs, leads, of }: RunRowProps) {
  const t = useText()
  const { lab } = useRoom()
  const actions = useActions()
  const focused = useLab(({ focus }) => focus === run.id)
  const name = runName(run, t)
  const { best, latest, test } = run
  const [naming, setNaming] = useState(false)
  const shown: EpochRow | null = valuesOf(run, of)
  const score = test.kind === 'opened' ? testText(test.score) : null
  return (
    <tr data-focused={focused} data-hidden={!run.visible}>
      <td className={css.swatch}>
        <i style={{ background: run.colour > 5 ? 'var(--run-more)' : `var(--run-${run.colour})` }} />
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
            {name}
            {run.imported && <small> {t.compare.imported}</small>}
          </button>
        )}
      </td>
      <td className={css.spark}>
        <Sparkline
          rows={thin(lab.outline(run), SPARK, best ? [best.epoch] : [])}
          best={best?.epoch ?? null}
          epochs={epochs}
        />
      </td>
      <td data-best={leads}>{best ? loss(best.validation.loss) : '–'}</td>
      <td className={css.narrow}>{best ? whole(best.epoch) : '–'}</td>
      <td className={css.wide}>{shown ? loss(shown.train.loss) : '–'}</td>
      <td className={css.wide}>{shown ? loss(shown.validation.loss) : '–'}</td>
      <td>{shown ? ratio(gap(shown)) : '–'}</td>
      <td className={score === null ? css.sealed : undefined}>{score ?? t.runs.sealed}</td>
      <td className={css.wider}>{whole(latest?.epoch ?? 0)}</td>
      <td className={css.wider}>{duration(run.seconds)}</td>
      <td className={css.wide}>{run.engine ? t.progress.engines[run.engine.name] : '–'}</td>
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
          disabled={isLive(run)}
          onClick={() => actions.remove(run.id)}
        />
      </td>
    </tr>
  )
})

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

/** Enter and leaving the field keep the name, Escape the old one. */
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
