import { coloursOf, isGrey } from '../kit/colour.ts'
import { pointAt } from '../kit/series.ts'
import { placeOf } from '../kit/x-place.ts'
import styles from './curve-chart.module.css'
import type { Frame } from './frame.ts'

/** A dot at the end of each curve: full with a halo while the run trains, hollow while it is paused. */
export function EndDots({ frame }: { frame: Frame }) {
  return frame.series.flatMap(({ run, points }) => {
    const last = points.at(-1)
    if (last === undefined || (run.status !== 'running' && run.status !== 'paused')) return []
    const colours = coloursOf(run)
    const parts = run.colour === null ? (['train', 'validation'] as const) : (['validation'] as const)
    return parts.map((part) => {
      const value = last[part]
      if (value === null) return null
      const place = { cx: frame.x(last.x), cy: frame.y(value) }
      const hollow = run.status === 'paused'
      return (
        <g key={`${run.id} ${part}`} style={{ color: colours[part] }}>
          {!hollow && <circle {...place} r={9} className={styles.breath} />}
          <circle {...place} r={hollow ? 4 : 5} className={hollow ? styles.hollow : styles.full} />
        </g>
      )
    })
  })
}

/** The best epoch of each overlaid run. */
export function BestRings({ frame }: { frame: Frame }) {
  return frame.series.map(({ run, points }) => {
    if (isGrey(run) || run.behind) return null
    const point = run.best === null ? null : pointAt(points, placeOf(run, run.best))
    if (point === null || point.validation === null) return null
    return (
      <circle
        key={run.id}
        cx={frame.x(point.x)}
        cy={frame.y(point.validation)}
        r={3.5}
        className={styles.ring}
        style={{ color: coloursOf(run).validation }}
      />
    )
  })
}
