/** One part of a sweep's chart: a line through medians in a band; for names, a mark and a bar each. */
import { bandPath, linePath } from '../kit/paths.ts'
import styles from './sweep-chart.module.css'

export interface SweepBand {
  readonly median: number
  readonly low: number
  readonly high: number
}

interface Props {
  readonly bands: readonly (SweepBand | null)[]
  readonly xs: readonly number[]
  readonly y: (value: number) => number
  /** Whether the values are names, which have nothing between them. */
  readonly named: boolean
  readonly colour: string
  /** The results by value, then by seed. */
  readonly seeds: readonly (readonly number[])[]
}

const BAR = 14

export function SweepPart({ bands, xs, y, named, colour, seeds }: Props) {
  const at = bands.map((band, i) => {
    if (band === null || !Number.isFinite(band.median)) return null
    return { x: xs[i]!, y: y(band.median) }
  })
  const spans = bands.map((band, i) => {
    if (band === null || !Number.isFinite(band.low)) return null
    return { x: xs[i]!, from: y(band.low), to: y(band.high) }
  })
  const most = Math.max(0, ...seeds.map((each) => each.length))
  const seedPoints = Array.from({ length: most }, (_, seed) =>
    seeds.map((each, i) => {
      const value = each[seed]
      return value !== undefined && Number.isFinite(value) ? { x: xs[i]!, y: y(value) } : null
    }),
  )
  return (
    <g className={styles.part} data-colour={colour}>
      {named ? (
        spans.map((span) =>
          span === null ? null : (
            <rect
              key={span.x}
              className={styles.band}
              x={span.x - BAR / 2}
              width={BAR}
              y={span.to}
              height={Math.max(1, span.from - span.to)}
            />
          ),
        )
      ) : (
        <>
          <path className={styles.band} d={bandPath(spans)} />
          <path className={styles.seeds} d={seedPoints.map(linePath).join('')} />
          <path className={styles.line} d={linePath(at)} />
        </>
      )}
      {named && (
        <path
          className={styles.seeds}
          d={seedPoints
            .flat()
            .map((point) => (point === null ? '' : `M${point.x - BAR / 2} ${point.y.toFixed(1)}h${BAR}`))
            .join('')}
        />
      )}
      {at.map((point) =>
        point === null ? null : <circle key={point.x} cx={point.x} cy={point.y} r={named ? 5 : 4} />,
      )}
    </g>
  )
}
