/**
 * The lines of a chart, on the scales of Recharts. Recharts' own <Line> makes several objects per point and per effect:
 * five live runs took 84 ms an update that way (in development a second). As paths they take a few.
 */
import { memo, useContext, useId } from 'react'
import { ZIndexLayer } from 'recharts'
import { coloursOf, isGrey } from '../kit/colour.ts'
import { bandPath, linePath } from '../kit/paths.ts'
import { linePoints, type Series } from '../kit/series.ts'
import styles from './curve-chart.module.css'
import { ChartContext, leadingOf, type Scales, useScales } from './frame.ts'

const BAND = 100
const LINE = 400
/** A line along the end of the axis, such as an accuracy of 1, keeps its full width. */
const MARGIN = 1.5

interface LinesProps {
  readonly series: readonly Series[]
  readonly smoothed: boolean
  /** The run whose gap between training and validation is filled. */
  readonly band: Series | null
}

export function Curves() {
  const state = useContext(ChartContext)
  if (state === null) return null
  const { measure, smoothing } = state.props
  const leading = leadingOf(state.series)
  const band = measure === 'loss' && leading?.run.range === undefined ? leading : null
  return <Lines series={state.series} smoothed={smoothing > 0} band={band} />
}

/** It is memoised apart from the context, which changes with the crosshair too. */
const Lines = memo(function Lines({ series, smoothed, band }: LinesProps) {
  const id = useId()
  const scales = useScales()
  if (scales === null) return null
  const { left, right, top, bottom } = scales
  const clip = `url(#${id})`
  const behind = series.filter(({ run }) => run.behind)
  const coloured = series.filter(({ run }) => !isGrey(run) && !run.behind)
  // One path draws all of them, so that many runs cost no more than their points.
  const greyLines = series
    .map((one) => (isGrey(one.run) && !one.run.behind ? line(one, 'validation', scales) : ''))
    .join('')
  return (
    <>
      <ZIndexLayer zIndex={BAND}>
        <clipPath id={id}>
          <rect x={left} y={top - MARGIN} width={right - left} height={bottom - top + 2 * MARGIN} />
        </clipPath>
        <g clipPath={clip}>
          {band && <Band of={band} scales={scales} />}
          {series.map(
            (one) => one.run.range && !one.run.behind && <Ranges key={one.run.id} of={one} scales={scales} />,
          )}
        </g>
      </ZIndexLayer>
      <ZIndexLayer zIndex={LINE}>
        <g clipPath={clip}>
          {behind.map((one) => (
            <g key={one.run.id} className={one.run.baseline ? styles.baseline : styles.behind}>
              <StillPair of={one} scales={scales} />
            </g>
          ))}
          {smoothed && coloured.map((one) => <Faint key={one.run.id} of={one} scales={scales} />)}
          {greyLines !== '' && <path className={styles.grey} d={greyLines} />}
          {coloured.map((one) => (
            <Pair key={one.run.id} of={one} scales={scales} />
          ))}
        </g>
      </ZIndexLayer>
    </>
  )
})

interface PartProps {
  readonly of: Series
  readonly scales: Scales
}

function Band({ of, scales }: PartProps) {
  const path = (part: 'bandBefore' | 'bandAfter') =>
    bandPath(
      of.points.map((point) => {
        const span = point[part]
        return span && { x: scales.x(point.x), from: scales.at(span[0]), to: scales.at(span[1]) }
      }),
    )
  return (
    <g style={{ color: coloursOf(of.run).validation }}>
      <path className={styles.bandBefore} d={path('bandBefore')} />
      <path className={styles.bandAfter} d={path('bandAfter')} />
    </g>
  )
}

/** From the lowest to the highest seed. */
function Ranges({ of, scales }: PartProps) {
  const colours = coloursOf(of.run)
  return (['train', 'validation'] as const).map((part) => (
    <path
      key={part}
      className={styles.range}
      style={{ color: colours[part] }}
      d={bandPath(
        of.points.map(({ x, spans }) => {
          const span = spans?.[part]
          return span ? { x: scales.x(x), from: scales.at(span[0]), to: scales.at(span[1]) } : null
        }),
      )}
    />
  ))
}

/** The measured line under a smoothed one; for training only where a single run is drawn, which leaves room for it. */
function Faint({ of, scales }: PartProps) {
  const colours = coloursOf(of.run)
  return (
    <g className={styles.faint}>
      <path d={line(of, 'rawValidation', scales)} stroke={colours.validation} />
      {of.run.colour === null && (
        <path className={styles.faintDotted} d={line(of, 'rawTrain', scales)} stroke={colours.train} />
      )}
    </g>
  )
}

/** Training is dotted and validation solid, whatever the number and colours of the runs. */
function Pair({ of, scales }: PartProps) {
  const colours = coloursOf(of.run)
  return (
    <>
      <path
        className={of.run.colour === null ? `${styles.dotted} ${styles.alone}` : styles.dotted}
        d={line(of, 'train', scales)}
        stroke={colours.train}
      />
      <path className={styles.solid} d={line(of, 'validation', scales)} stroke={colours.validation} />
    </>
  )
}

/** It is laid out again only if its points or the scales are others. */
const StillPair = memo(
  Pair,
  (before, after) => before.of === after.of && sameScales(before.scales, after.scales),
)

const sameScales = (a: Scales, b: Scales) =>
  [0, 1].every((place) => a.x(place) === b.x(place) && a.at(place) === b.at(place)) &&
  a.at(0.5) === b.at(0.5) &&
  a.bottom === b.bottom

function line(series: Series, part: Parameters<typeof linePoints>[1], { x, at }: Scales): string {
  return linePath(linePoints(series, part).map((point) => point && { x: x(point.x), y: at(point.value) }))
}
