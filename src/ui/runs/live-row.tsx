import { Sparkline } from '../../charts/curves/sparkline.tsx'
import { thin } from '../../domain/run/curve.ts'
import { gap } from '../../domain/run/run.ts'
import type { RunView } from '../../store/run-view.ts'
import type { ValuesOf } from '../../store/view-choices.ts'
import { duration, loss, ratio, whole } from '../../text/format.ts'
import { runName } from '../../text/run-name.ts'
import { useAppContext, useText } from '../shared/app-context.tsx'
import { headlineText, useDiagnosis } from '../shared/use-diagnosis.ts'
import css from './run-list.module.css'
import { valuesOf } from './run-order.ts'
import { SPARK } from './run-row.tsx'

interface Props {
  readonly run: RunView
  readonly of: ValuesOf
}

/** The run that follows the controls, until it is kept: no colour is its own, and no button can do anything to it. */
export function LiveRow({ run, of }: Props) {
  const t = useText()
  const { app } = useAppContext()
  const diagnosis = useDiagnosis(run)
  const name = runName(run, t)
  const { best, latest } = run
  const shown = valuesOf(run, of)
  return (
    <tr data-focused data-live>
      <td className={css.swatch}>
        <i />
      </td>
      <td className={css.name} title={name}>
        <span className={css.liveName}>
          <span className={css.cut}>{name}</span>
          <small>{t.live.row}</small>
        </span>
      </td>
      <td className={css.verdict}>{diagnosis ? headlineText(diagnosis, t) : ''}</td>
      <td className={css.spark}>
        <Sparkline
          rows={thin(app.outline(run), SPARK, best ? [best.epoch] : [])}
          best={best?.epoch ?? null}
          epochs={Math.max(1, latest?.epoch ?? 0)}
          range={undefined}
        />
      </td>
      <td>{best ? loss(best.validation.loss) : '–'}</td>
      <td>{best ? whole(best.epoch) : '–'}</td>
      <td>{shown ? loss(shown.train.loss) : '–'}</td>
      <td className={css.shownLoss}>{shown ? loss(shown.validation.loss) : '–'}</td>
      <td>{shown ? ratio(gap(shown)) : '–'}</td>
      <td className={css.sealed}>{t.runs.sealed}</td>
      <td>{whole(latest?.epoch ?? 0)}</td>
      <td>{duration(run.seconds)}</td>
      <td className={css.engine}>{run.engine ? t.progress.engines[run.engine.name] : '–'}</td>
      <td className={css.verbs}>
        <span className={css.sealed}>{t.live.notKept}</span>
      </td>
    </tr>
  )
}
