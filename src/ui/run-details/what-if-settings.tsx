import { type Thresholds, whatIf } from '../../domain/run/what-if.ts'
import type { RunView } from '../../store/run-view.ts'
import { loss, settingNumber } from '../../text/format.ts'
import { SliderRow } from '../kit/slider-row.tsx'
import type { SliderScale } from '../kit/slider-scale.ts'
import { useActions, useAppContext, useText } from '../shared/app-context.tsx'
import css from '../views/views.module.css'

const deltas: SliderScale = { kind: 'log', min: 1e-4, max: 1, zero: true, mantissas: [1, 2, 5] }

interface Props {
  readonly run: RunView
  readonly asked: Thresholds
  /** Those that the run had, or that are asked first. */
  readonly first: Thresholds
}

/** The patience and the least improvement that are asked about, and what they would have done. */
export function WhatIfSettings({ run, asked, first }: Props) {
  const t = useText()
  const { app } = useAppContext()
  const { look } = useActions()
  const { patience, minDelta } = asked
  const epochs = run.latest?.epoch ?? 1
  const ask = (change: Partial<Thresholds>) =>
    look({ whatIf: { run: run.id, patience, minDelta, ...change } })
  const { stop, best, cost, saved } = whatIf(app.history(run.id), run.experiment.earlyStopping, asked)
  const row = { format: settingNumber, undoLabel: t.undo(t.setting.patience.name) }
  return (
    <>
      <SliderRow
        {...row}
        id="what-if-patience"
        label={t.setting.patience.name}
        value={patience}
        baseline={first.patience}
        scale={{ kind: 'linear', min: 0, max: Math.max(20, Math.min(epochs, 200)), step: 1 }}
        limits={[0, Math.max(20, epochs)]}
        onChange={(next) => ask({ patience: next })}
      />
      <SliderRow
        {...row}
        id="what-if-min-delta"
        label={t.setting['min-delta'].name}
        undoLabel={t.undo(t.setting['min-delta'].name)}
        value={minDelta}
        baseline={first.minDelta}
        scale={deltas}
        onChange={(next) => ask({ minDelta: next })}
      />
      <output className={css.statusText}>
        {stop === null ? t.compare.whatIfNever(best) : t.compare.whatIfStop(stop, best)}
        {stop !== null &&
          cost !== null &&
          `${t.gap}${cost > 0 ? t.compare.whatIfCost(loss(cost), saved) : t.compare.whatIfFree(saved)}`}
      </output>
    </>
  )
}
