/** A sweep of one setting as a curve. */
import { useMemo } from 'react'
import { SweepChart, type SweepPoint } from '../../charts/sweep/sweep-chart.tsx'
import type { YKind } from '../../charts/sweep/sweep-scale.ts'
import { dataSet } from '../../domain/data/registry.ts'
import { cellsOf, isNumeric } from '../../domain/sweep/sweep.ts'
import { type Metric, measure } from '../../domain/sweep/sweep-run.ts'
import { percent, tick } from '../../text/format.ts'
import type { Messages } from '../../text/messages.ts'
import { axisName, axisValue, metricName, metricValue } from '../../text/sweep-text.ts'
import { useAllText, useSweeps } from '../shared/app-context.tsx'
import { noteOf } from './cell-note.ts'
import type { ResultProps } from './result-props.ts'
import { useSweepLevels } from './sweep-levels.ts'

export function SweepLine(props: ResultProps & { readonly showSeeds: boolean }) {
  const { sweep, metric, cells, best, log, selected, onSelect, showSeeds } = props
  const t = useAllText()
  const problems = useSweeps((state) => state.problems)
  const levels = useSweepLevels(metric, sweep)
  const [axis] = sweep.axes
  const points = useMemo((): readonly SweepPoint[] => {
    const all = cellsOf(sweep)
    const numeric = isNumeric(axis)
    const write = metricValue(metric, sweep.base)
    return cells.map((cell, i) => {
      const text = all[i]!.values[0]!
      const name = axisValue(axis.setting, text, t)
      const note = noteOf(cell, problems[i] ?? null, t)
      const { validation, train } = cell
      const said = validation
        ? t.sweep.point(name, write(validation.median), train ? write(train.median) : null)
        : `${name}: ${note ?? t.sweep.pending}`
      return {
        x: numeric ? Number(text) : null,
        name,
        validation,
        train: train && Number.isFinite(train.median) ? train : null,
        seeds: Array.from({ length: sweep.seeds }, (_, seed) => {
          const run = cell.runs.find((each) => each.seed === seed + 1)
          return run ? measure(run, metric) : Number.NaN
        }),
        note,
        label: said,
      }
    })
  }, [sweep, axis, cells, metric, problems, t])
  const write = metricValue(metric, sweep.base)
  const title = metricName(metric, sweep.base, t)
  const name = axisName(axis.setting, t)
  const kind = yKind(metric)
  const shares = kind === 'share' && dataSet(sweep.base.data).task === 'classes'
  const onLog = log && kind === 'loss'
  const unit = t.sweep.median(sweep.seeds)
  return (
    <SweepChart
      points={points}
      kind={kind}
      log={onLog}
      levels={levels}
      best={metric === 'best-epoch' || metric === 'gap-last' ? null : (best?.index ?? null)}
      selected={selected}
      showSeeds={showSeeds}
      onSelect={onSelect}
      coloured={colourOf(metric)}
      labels={{
        title,
        unit: onLog ? `${unit} · ${t.stage.logScale}` : unit,
        axis: name,
        main: mainName(metric, t),
        train: t.parts.train,
        best: t.sweep.best,
        value: write,
        leftOut: t.stage.leftOut,
        tick: shares ? (x) => percent(x, 0) : tick,
        summary: t.sweep.chartSummary(
          title,
          name,
          best && points[best.index]!.name,
          best?.validation ? write(best.validation.median) : '',
          cells.filter(({ runs }) => runs.length > 0).length,
          cells.length,
        ),
      }}
    />
  )
}

function yKind(metric: Metric): YKind {
  if (metric === 'quality-best' || metric === 'quality-last' || metric === 'test-quality') return 'share'
  return metric === 'best-epoch' ? 'count' : 'loss'
}

function colourOf(metric: Metric): 'validation' | 'train' | 'ink' {
  if (metric === 'train-last') return 'train'
  return metric.startsWith('validation') || metric.startsWith('quality') ? 'validation' : 'ink'
}

function mainName(metric: Metric, t: Messages): string {
  if (metric === 'train-last') return t.parts.train
  if (metric === 'test-loss' || metric === 'test-quality') return t.parts.test
  if (metric === 'gap-last') return t.runs.gap
  return metric === 'best-epoch' ? t.stage.xUnits.epochs : t.parts.validation
}
