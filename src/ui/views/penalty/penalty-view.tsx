/** The penalty beside the losses that it is no part of, and their sum, which training makes small. */
import { useMemo } from 'react'
import { ObjectiveChart, type ObjectiveLine } from '../../../charts/layers/objective-chart.tsx'
import { thin } from '../../../domain/run/curve.ts'
import type { RunView } from '../../../store/run-view.ts'
import { loss, tick, whole } from '../../../text/format.ts'
import { useAppContext, useText } from '../../shared/app-context.tsx'
import { DataTable } from '../data-table.tsx'
import css from './penalty.module.css'

/** The most points of a line. */
const POINTS = 240

interface Props {
  readonly run: RunView
  readonly large: boolean
}

export default function PenaltyView({ run, large }: Props) {
  const t = useText()
  const { app } = useAppContext()
  const text = t.inside.penalty
  const rows = useMemo(() => thin(app.outline(run), POINTS), [app, run])
  const lines = useMemo(
    () => [
      { key: 'validation' as const, values: rows.map(({ validation }) => validation.loss) },
      { key: 'train' as const, values: rows.map(({ train }) => train.loss) },
      { key: 'total' as const, values: rows.map(({ train, penalty }) => train.loss + penalty) },
      { key: 'penalty' as const, values: rows.map(({ penalty }) => penalty) },
    ],
    [rows],
  )
  const latest = run.latest!
  const names: Record<ObjectiveLine, string> = text.lines
  return (
    <div className={css.penalty} data-large={large}>
      <p className={css.summary}>
        {text.summary(
          loss(latest.train.loss),
          loss(latest.penalty),
          loss(latest.train.loss + latest.penalty),
          whole(latest.epoch),
        )}
      </p>
      {latest.train.loss + latest.penalty > latest.validation.loss &&
        latest.train.loss <= latest.validation.loss && <p className={css.summary}>{text.riddle}</p>}
      <div className={css.chart}>
        <ObjectiveChart
          epochs={rows.map(({ epoch }) => epoch)}
          lines={lines}
          labels={{ names, value: loss, tick, xTick: whole, summary: text.label }}
        />
      </div>
      <DataTable
        caption={t.inside.views.penalty}
        heads={[text.epoch, names.train, names.penalty, names.total, names.validation]}
        rows={() =>
          rows.map(({ epoch, train, penalty, validation }) => [
            whole(epoch),
            loss(train.loss),
            loss(penalty),
            loss(train.loss + penalty),
            loss(validation.loss),
          ])
        }
      />
    </div>
  )
}
