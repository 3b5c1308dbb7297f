/** The runs of one value: their curves in outline, and a button that opens one as an experiment. */
import { useRef } from 'react'
import { linearAxis, logAxis } from '../../charts/kit/axis.ts'
import { linePath } from '../../charts/kit/paths.ts'
import { useSize } from '../../charts/kit/use-size.ts'
import { usualStart } from '../../charts/kit/usual-start.ts'
import { yPlace } from '../../charts/sweep/sweep-scale.ts'
import { cellExperiment, cellsOf, seeded } from '../../domain/sweep/sweep.ts'
import { type CellSummary, type Metric, measure } from '../../domain/sweep/sweep-run.ts'
import { tick } from '../../text/format.ts'
import { problemText } from '../../text/problems.ts'
import { cellName } from '../../text/sweep-text.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAllText, useSweeps, useText } from '../shared/app-context.tsx'
import type { ResultProps } from './result-props.ts'
import css from './sweep.module.css'

interface Props extends ResultProps {
  readonly cell: number
  readonly onLeave: () => void
  readonly onClose: () => void
}

export function CellRuns({ sweep, metric, cells, cell, log, onLeave, onClose }: Props) {
  const t = useAllText()
  const { visitScene } = useActions()
  const problem = useSweeps(({ problems }) => problems[cell] ?? null)
  const at = cellsOf(sweep)[cell]
  const summary = cells[cell]
  if (!at || !summary) return null
  const name = cellName(sweep, at, t)
  const parsed = cellExperiment(sweep, at)
  const seed = middleSeed(summary, metric)
  const open = () => {
    if (!parsed.ok) return
    visitScene({ preset: null, experiment: seeded(parsed.experiment, seed, sweep.varies), comparison: null })
    onLeave()
  }
  return (
    <section className={css.cell} aria-label={t.sweep.cell(name)}>
      <div className={css.cellHead}>
        <h3>{t.sweep.cell(name)}</h3>
        {parsed.ok && (
          <Button variant="outline" size="small" title={t.sweep.openHint} onClick={open}>
            {t.sweep.open(seed)}
          </Button>
        )}
        <Button variant="plain" size="small" onClick={onClose}>
          {t.sweep.close}
        </Button>
      </div>
      {problem === null ? (
        <Curves summary={summary} log={log} label={t.sweep.cellLabel(name, summary.runs.length)} />
      ) : (
        <p>{problemText(problem, t)}</p>
      )}
    </section>
  )
}

/** The seed whose value is the median; the lower of the two middle ones for an even number. */
function middleSeed({ runs }: CellSummary, metric: Metric): number {
  const order = runs
    .map((run) => ({ seed: run.seed, value: measure(run, metric) }))
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : a.seed - b.seed))
  return order[Math.ceil(order.length / 2) - 1]?.seed ?? 1
}

const [LEFT, RIGHT, TOP, BOTTOM] = [44, 96, 6, 20]
const CLIP = 3

function Curves({ summary, log, label }: { summary: CellSummary; log: boolean; label: string }) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  return (
    <div ref={box} className={css.curves}>
      {size && (
        <Drawing
          summary={summary}
          log={log}
          label={label}
          {...size}
          words={[t.parts.train, t.parts.validation]}
        />
      )}
    </div>
  )
}

interface DrawingProps {
  readonly summary: CellSummary
  readonly log: boolean
  readonly label: string
  readonly width: number
  readonly height: number
  readonly words: readonly [string, string]
}

function Drawing({ summary, log, label, width, height, words }: DrawingProps) {
  const curves = summary.runs.map(({ curve }) => curve).filter((curve) => curve.length > 0)
  const losses = curves.flatMap((curve) =>
    curve.flatMap(({ train, validation }) => [train.loss, validation.loss]),
  )
  const finite = losses.filter((value) => Number.isFinite(value))
  if (finite.length === 0) return null
  const start = usualStart(curves.map((rows) => ({ rows })))
  const high = Math.min(Math.max(...finite), start === null ? Number.POSITIVE_INFINITY : CLIP * start)
  const positive = finite.filter((value) => value > 0)
  const onLog = log && positive.length > 0
  const axis = onLog ? logAxis(Math.max(Math.min(...positive), high / 1e6), high, 4) : linearAxis(0, high, 3)
  const last = Math.max(...curves.map((curve) => curve.at(-1)!.epoch))
  const [w, h] = [width - LEFT - RIGHT, height - TOP - BOTTOM]
  const x = (epoch: number) => LEFT + (w * (epoch - 1)) / Math.max(1, last - 1)
  const y = (value: number) => TOP + h * (1 - Math.max(0, Math.min(1, yPlace(value, axis, onLog))))
  const ends = (['train', 'validation'] as const).map((part) => {
    const values = curves.map((curve) => curve.at(-1)![part].loss).sort((a, b) => a - b)
    return y(values[Math.floor(values.length / 2)]!)
  })
  const [a, b] = ends as [number, number]
  const push = Math.max(0, 16 - Math.abs(a - b)) / 2
  const places = a >= b ? [a + push, b - push] : [a - push, b + push]
  return (
    <svg role="img" aria-label={label} width={width} height={height}>
      {axis.ticks.map((at) => (
        <g key={at}>
          <line className={css.grid} x1={LEFT} x2={LEFT + w} y1={y(at)} y2={y(at)} />
          <text className={css.tick} x={LEFT - 8} y={y(at) + 4} textAnchor="end">
            {tick(at)}
          </text>
        </g>
      ))}
      <text className={css.tick} x={LEFT} y={height - 4}>
        1
      </text>
      <text className={css.tick} x={LEFT + w} y={height - 4} textAnchor="end">
        {last}
      </text>
      {(['train', 'validation'] as const).map((part, i) => (
        <g key={part} className={css.curve} data-part={part}>
          {summary.runs.map(({ curve, seed }) => (
            <path
              key={seed}
              d={linePath(
                curve.map((row) =>
                  Number.isFinite(row[part].loss) ? { x: x(row.epoch), y: y(row[part].loss) } : null,
                ),
              )}
            />
          ))}
          <text x={LEFT + w + 8} y={places[i]! + 4}>
            {words[i]}
          </text>
        </g>
      ))}
    </svg>
  )
}
