/**
 * The parts of what training makes small: the data loss, the penalty that is no part of it and their sum; beside them what
 * `fit` of Keras would have printed.
 */
import { useMemo } from 'react'
import { ObjectiveChart, type ObjectiveLine } from '../../../charts/layers/objective-chart.tsx'
import { thin } from '../../../domain/run/curve.ts'
import type { EpochRow } from '../../../domain/run/run.ts'
import type { RunView } from '../../../store/run-view.ts'
import { loss, tick, whole } from '../../../text/format.ts'
import { useAppContext, useText } from '../../shared/app-context.tsx'
import { DataTable } from '../data-table.tsx'
import { type FitRow, fitRows, lastRiddle, printedValidation } from './fit-riddle.ts'
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
  const latest = run.latest!
  const { l1, l2, dropout } = run.experiment.regularization
  const penalized = l1 > 0 || l2 > 0
  const rows = useMemo(() => thin(app.outline(run), POINTS), [app, run])
  const fit = useMemo(
    () => fitRows(latest.epoch, (epoch) => app.row(run.id, epoch)),
    [app, run.id, latest.epoch],
  )
  const lines = useMemo(() => linesOf(rows, fit, penalized), [rows, fit, penalized])
  const riddle = lastRiddle(fit)
  const onlyPenalty =
    latest.train.loss + latest.penalty > latest.validation.loss && latest.train.loss <= latest.validation.loss
  const names: Record<ObjectiveLine, string> = text.lines
  return (
    <div className={css.penalty} data-large={large}>
      {penalized && (
        <p className={css.summary}>
          {text.summary(
            loss(latest.train.loss),
            loss(latest.penalty),
            loss(latest.train.loss + latest.penalty),
            whole(latest.epoch),
          )}
        </p>
      )}
      {fit.length > 0 && <p className={css.summary}>{printed(riddle ?? fit.at(-1)!, text)}</p>}
      {riddle ? (
        <p className={css.summary}>
          {text.riddle(loss(riddle.train.loss), loss(riddle.validation.loss), [
            ...(dropout > 0 ? [text.reasons.dropout] : []),
            ...(penalized ? [text.reasons.penalty] : []),
            text.reasons.early,
          ])}
        </p>
      ) : (
        onlyPenalty && <p className={css.summary}>{text.onlyPenalty}</p>
      )}
      <div className={css.chart}>
        <ObjectiveChart
          lines={lines}
          start={run.start?.train.loss ?? null}
          labels={{ names, value: loss, tick, xTick: whole, summary: text.label(penalized) }}
        />
      </div>
      <DataTable
        caption={t.inside.views.penalty}
        heads={[text.epoch, ...lines.map(({ key }) => names[key])]}
        rows={() => tableRows(rows, fit, penalized)}
      />
    </div>
  )
}

const printed = (row: FitRow, text: Text) =>
  text.printed(loss(row.fitLoss), loss(printedValidation(row)), whole(row.epoch))
type Text = ReturnType<typeof useText>['inside']['penalty']

/** In the order in which they are drawn, and in which the table has them. */
function linesOf(rows: readonly EpochRow[], fit: readonly FitRow[], penalized: boolean) {
  const line = <R extends EpochRow>(key: ObjectiveLine, of: readonly R[], value: (row: R) => number) => ({
    key,
    epochs: of.map(({ epoch }) => epoch),
    values: of.map(value),
  })
  return [
    line('validation', rows, ({ validation }) => validation.loss),
    line('train', rows, ({ train }) => train.loss),
    ...(penalized
      ? [
          line('total', rows, ({ train, penalty }) => train.loss + penalty),
          line('penalty', rows, ({ penalty }) => penalty),
        ]
      : []),
    ...(fit.length > 0 ? [line('fit', fit, ({ fitLoss }) => fitLoss)] : []),
  ]
}

function tableRows(rows: readonly EpochRow[], fit: readonly FitRow[], penalized: boolean): string[][] {
  const all = new Map([...rows, ...fit].map((row) => [row.epoch, row]))
  return [...all.values()]
    .sort((a, b) => a.epoch - b.epoch)
    .map(({ epoch, train, penalty, validation, fitLoss }) => [
      whole(epoch),
      loss(validation.loss),
      loss(train.loss),
      ...(penalized ? [loss(train.loss + penalty), loss(penalty)] : []),
      ...(fit.length > 0 ? [fitLoss !== undefined && Number.isFinite(fitLoss) ? loss(fitLoss) : ''] : []),
    ])
}
