/**
 * Early stopping in hindsight: where this run would have stopped with another patience, and what that would have cost.
 */
import { ChevronRight } from 'lucide-react'
import { whatIf } from '../../domain/run/what-if.ts'
import type { RunView } from '../../store/run-view.ts'
import { loss, settingNumber } from '../../text/format.ts'
import { SliderRow } from '../kit/slider-row.tsx'
import type { SliderScale } from '../kit/slider-scale.ts'
import { useActions, useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import more from '../shared/more.module.css'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import css from '../views/views.module.css'

const FIRST_PATIENCE = 10
const deltas: SliderScale = { kind: 'log', min: 1e-4, max: 1, zero: true, mantissas: [1, 2, 5] }

export function WhatIfBlock() {
  const t = useText()
  const { look } = useActions()
  const run = useFocusedRun()
  const asked = useAppState(({ view }) => view.whatIf)
  if (run?.status.kind !== 'ended' || !run.latest) return null
  const open = asked?.run === run.id
  const { earlyStopping } = run.experiment
  const first = {
    run: run.id,
    patience: earlyStopping?.patience ?? FIRST_PATIENCE,
    minDelta: earlyStopping?.minDelta ?? 0,
  }
  return (
    <section className={css.whatIf} aria-label={t.compare.whatIf}>
      <button
        type="button"
        className={more.summary}
        aria-expanded={open}
        onClick={() => look({ whatIf: open ? null : first })}
      >
        <ChevronRight aria-hidden className={more.chevron} size={13} />
        {t.compare.whatIf}
      </button>
      {open && <Asked run={run} patience={asked.patience} minDelta={asked.minDelta} />}
    </section>
  )
}

function Asked({ run, patience, minDelta }: { run: RunView; patience: number; minDelta: number }) {
  const t = useText()
  const { app } = useAppContext()
  const { look } = useActions()
  const epochs = run.latest?.epoch ?? 1
  const { earlyStopping } = run.experiment
  const ask = (change: { patience?: number; minDelta?: number }) =>
    look({ whatIf: { run: run.id, patience, minDelta, ...change } })
  const { stop, best, cost, saved } = whatIf(app.history(run.id), earlyStopping, { patience, minDelta })
  const row = { format: settingNumber, undoLabel: t.undo(t.setting.patience.name) }
  return (
    <>
      <SliderRow
        {...row}
        id="what-if-patience"
        label={t.setting.patience.name}
        value={patience}
        baseline={earlyStopping?.patience ?? FIRST_PATIENCE}
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
        baseline={earlyStopping?.minDelta ?? 0}
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
