/** A sweep of two settings as a heat map. */
import { type HeatCell, SweepHeat } from '../../charts/sweep/sweep-heat.tsx'
import { cellsOf } from '../../domain/sweep/sweep.ts'
import { axisName, axisValue, cellName, metricName, metricValue } from '../../text/sweep-text.ts'
import { useAllText, useSweeps } from '../shared/app-context.tsx'
import { noteOf } from './cell-note.ts'
import type { ResultProps } from './result-props.ts'
import { useHeatBounds } from './sweep-levels.ts'

export function SweepGrid({ sweep, metric, cells, best, log, selected, onSelect }: ResultProps) {
  const t = useAllText()
  const bounds = useHeatBounds(metric, sweep)
  const problems = useSweeps((state) => state.problems)
  const [rows, columns] = sweep.axes
  if (!columns) return null
  const write = metricValue(metric, sweep.base)
  const title = metricName(metric, sweep.base, t)
  const all = cellsOf(sweep)
  const shown = cells.map((cell, i): HeatCell => {
    const name = cellName(sweep, all[i]!, t)
    const value = cell.validation?.median ?? Number.NaN
    const note = noteOf(cell, problems[i] ?? null, t)
    const problem = problems[i] ?? null
    const said = Number.isFinite(value) ? [write(value), note] : [note ?? t.sweep.pending]
    const state = Number.isFinite(value)
      ? 'known'
      : problem !== null
        ? 'invalid'
        : cell.runs.length === 0
          ? 'pending'
          : 'diverged'
    return {
      value,
      state,
      text: state === 'known' ? write(value) : (note ?? ''),
      label: `${name}: ${said.filter((part) => part !== null).join(t.sweep.and)}`,
    }
  })
  const [row, column] = [axisName(rows.setting, t), axisName(columns.setting, t)]
  return (
    <SweepHeat
      rows={rows.values.map((value) => axisValue(rows.setting, value, t))}
      columns={columns.values.map((value) => axisValue(columns.setting, value, t))}
      cells={shown}
      log={log && !metric.startsWith('quality') && metric !== 'test-quality'}
      bounds={bounds}
      best={metric === 'best-epoch' || metric === 'gap-last' ? null : (best?.index ?? null)}
      selected={selected}
      onSelect={onSelect}
      labels={{
        caption: t.sweep.heatLabel(title, row, column),
        title,
        unit: t.sweep.medianOf(sweep.seeds),
        row,
        column,
        best: t.sweep.best('').trim(),
        diverged: t.sweep.diverged(1, 1),
        value: write,
      }}
    />
  )
}
