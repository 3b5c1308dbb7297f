import { Eye, EyeOff, X } from 'lucide-react'
import { memo, useDeferredValue } from 'react'
import { Sparkline } from '../../charts/sparkline.tsx'
import { thin } from '../../domain/curve.ts'
import { gap, type quality } from '../../domain/run.ts'
import { isLive, type RunView } from '../../store/run-view.ts'
import { duration, loss, percent, ratio, whole } from '../../text/format.ts'
import { runName } from '../../text/run-name.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useLab, useRoom, useText } from '../lab-context.tsx'
import css from './run-list.module.css'

/** Points of a sparkline: it is 92 pixels wide. */
const SPARK = 60

/** Every run on the page: what sets it apart, how well it did, whether it is drawn. */
export function RunList() {
  const t = useText()
  // As the curves do, new figures wait for whatever a person did.
  const runs = useDeferredValue(useLab((state) => state.runs))
  if (runs.length === 0) return null
  const epochs = Math.max(1, ...runs.map(({ latest }) => latest?.epoch ?? 0))
  const lowest = Math.min(...runs.map(({ best }) => best?.validation.loss ?? Number.POSITIVE_INFINITY))
  return (
    <section className={css.list} aria-label={t.runs.title}>
      <h2 className={css.title}>
        {t.runs.title} <span>{runs.length}</span>
      </h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th className={css.name} colSpan={2}>
              {t.runs.difference}
            </th>
            <th className={css.spark}>{t.runs.curve}</th>
            <th>{t.runs.best}</th>
            <th>{t.runs.at}</th>
            <th>{t.runs.test}</th>
            <th>{t.runs.gap}</th>
            <th className={css.wide}>{t.runs.epochs}</th>
            <th className={css.wide}>{t.runs.time}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow
              key={run.id}
              run={run}
              epochs={epochs}
              leads={runs.length > 1 && run.best?.validation.loss === lowest}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RunRowProps {
  readonly run: RunView
  readonly epochs: number
  readonly leads: boolean
}

const RunRow = memo(function RunRow({ run, epochs, leads }: RunRowProps) {
  const t = useText()
  const { lab } = useRoom()
  const actions = useActions()
  const focused = useLab(({ focus }) => focus === run.id)
  const name = runName(run, t)
  const { best, latest, test } = run
  const score = test.kind === 'opened' ? testText(test.score) : null
  return (
    <tr data-focused={focused} data-hidden={!run.visible}>
      <td className={css.swatch}>
        <i style={{ background: run.colour > 5 ? 'var(--run-more)' : `var(--run-${run.colour})` }} />
      </td>
      <td className={css.name}>
        <button
          type="button"
          aria-label={t.runs.focus(name)}
          aria-pressed={focused}
          title={name}
          onClick={() => actions.focusOn(run.id)}
        >
          {name}
        </button>
      </td>
      <td className={css.spark}>
        <Sparkline
          rows={thin(lab.outline(run), SPARK, best ? [best.epoch] : [])}
          best={best?.epoch ?? null}
          epochs={epochs}
        />
      </td>
      <td data-best={leads}>{best ? loss(best.validation.loss) : '–'}</td>
      <td>{best ? whole(best.epoch) : '–'}</td>
      <td className={score === null ? css.sealed : undefined}>{score ?? t.runs.sealed}</td>
      <td>{latest ? ratio(gap(latest)) : '–'}</td>
      <td className={css.wide}>{whole(latest?.epoch ?? 0)}</td>
      <td className={css.wide}>{duration(run.seconds)}</td>
      <td className={css.verbs}>
        <Button
          variant="icon"
          size="small"
          icon={
            run.visible ? (
              <Eye size={15} strokeWidth={1.6} aria-hidden />
            ) : (
              <EyeOff size={15} strokeWidth={1.6} aria-hidden />
            )
          }
          aria-label={run.visible ? t.runs.hide(name) : t.runs.show(name)}
          onClick={() => actions.toggleVisible(run.id)}
        />
        <Button
          variant="icon"
          size="small"
          icon={<X size={15} strokeWidth={1.6} aria-hidden />}
          aria-label={t.runs.remove(name)}
          disabled={isLive(run)}
          onClick={() => actions.remove(run.id)}
        />
      </td>
    </tr>
  )
})

function testText(score: Parameters<typeof quality>[0]): string {
  return score.accuracy === undefined ? loss(score.loss) : percent(score.accuracy)
}
