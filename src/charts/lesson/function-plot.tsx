import { SizedBox } from '../kit/sized-box.tsx'
import css from './function-plot.module.css'

interface Props {
  readonly of: (x: number) => number
  readonly from: number
  readonly to: number
  /** A point that is named with its value; null for none. */
  readonly mark: number | null
  format(value: number): string
  /** What it shows, for screen readers. */
  readonly label: string
}

const POINTS = 160
/** Room for the value above the curve, and for the place under the axis. */
const TOP = 22
const BOTTOM = 20
const SIDE = 2

/** A function of one number as a small curve, from 0 or below to its highest value, without scales but for one named point. */
export function FunctionPlot(props: Props) {
  return <SizedBox className={css.box}>{(size) => <Plot {...props} {...size} />}</SizedBox>
}

function Plot({
  of,
  from,
  to,
  mark,
  format,
  label,
  width,
  height,
}: Props & { width: number; height: number }) {
  const xs = Array.from({ length: POINTS + 1 }, (_, i) => from + ((to - from) * i) / POINTS)
  const points = xs.map((x) => [x, of(x)] as const).filter(([, y]) => Number.isFinite(y))
  const low = Math.min(0, ...points.map(([, y]) => y))
  const high = Math.max(...points.map(([, y]) => y), low + Number.EPSILON)
  const xAt = (x: number) => SIDE + ((x - from) / (to - from)) * (width - 2 * SIDE)
  const yAt = (y: number) => TOP + ((high - y) / (high - low)) * (height - TOP - BOTTOM)
  const path = points
    .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${xAt(x).toFixed(1)} ${yAt(y).toFixed(1)}`)
    .join('')
  const said = mark === null ? label : `${label}: ${format(mark)} → ${format(of(mark))}`
  return (
    <svg width={width} height={height} role="img" aria-label={said}>
      <line className={css.axis} x1={0} x2={width} y1={yAt(0)} y2={yAt(0)} />
      <path className={css.curve} d={path} />
      {mark !== null && (
        <>
          <line className={css.lead} x1={xAt(mark)} x2={xAt(mark)} y1={yAt(of(mark))} y2={yAt(0)} />
          <circle className={css.dot} cx={xAt(mark)} cy={yAt(of(mark))} r={3} />
          <text className={css.value} x={xAt(mark)} y={yAt(of(mark)) - 8} textAnchor={anchor(mark, from, to)}>
            {format(of(mark))}
          </text>
          <text className={css.place} x={xAt(mark)} y={height - 5} textAnchor={anchor(mark, from, to)}>
            {format(mark)}
          </text>
        </>
      )}
    </svg>
  )
}

/** A point near an end is named towards the middle. */
function anchor(mark: number, from: number, to: number): 'start' | 'middle' | 'end' {
  const share = (mark - from) / (to - from)
  return share < 0.15 ? 'start' : share > 0.85 ? 'end' : 'middle'
}
