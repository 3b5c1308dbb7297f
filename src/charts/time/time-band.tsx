/**
 * The epochs of a run as a track with a thumb, and its losses below on the same scale. Dragging, clicking and the arrow keys
 * move the thumb.
 */
import { type KeyboardEvent, type PointerEvent, useMemo } from 'react'
import { SizedBox } from '../kit/sized-box.tsx'
import { textWidth } from '../kit/text-width.ts'
import type { Size } from '../kit/use-size.ts'
import { type BandLayout, bandLayout, epochAfter, FLAG } from './band-layout.ts'
import { BandLosses } from './band-losses.tsx'
import styles from './time-band.module.css'
import type { TimeBandProps } from './time-band-props.ts'

/** Room for the words beside the plot. */
const MARGINS = { plotted: [46, 116], alone: [9, 9] } as const

export function TimeBand(props: TimeBandProps) {
  const { at, first, last, rows, onAt, onBranch, labels } = props
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = epochAfter(event, at, first, last)
    if (next !== null) onAt(next)
    else if (onBranch && event.key.toLowerCase() === 'b') onBranch()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className={styles.band}
      data-plotted={rows !== null}
      role="slider"
      tabIndex={0}
      aria-label={labels.slider}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={at}
      aria-valuetext={labels.shown}
      onKeyDown={onKeyDown}
    >
      <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
    </div>
  )
}

function Drawing(props: TimeBandProps & { readonly size: Size }) {
  const { at, shown, here, last, first, best, only, rows, start, onAt, labels, size } = props
  const plotted = rows !== null
  const layout = useMemo(
    () => bandLayout(size, last, plotted ? MARGINS.plotted : MARGINS.alone, plotted),
    [size, last, plotted],
  )
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const next = Math.max(
      first,
      layout.epochAt(event.clientX - event.currentTarget.getBoundingClientRect().left),
    )
    if (next !== at) onAt(next)
  }
  const thumb = layout.x(at)
  return (
    <svg
      aria-hidden
      className={styles.picture}
      width={size.width}
      height={size.height}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        follow(event)
      }}
      onPointerMove={(event) => event.buttons === 1 && follow(event)}
    >
      {rows !== null && layout.plot && (
        <BandLosses {...{ rows, start, layout, plot: layout.plot, shown, here, labels }} width={size.width} />
      )}
      <Track layout={layout} from={layout.x(first)} to={thumb} only={only} />
      {best !== null && (
        <Best
          layout={layout}
          epoch={best}
          label={labels.best}
          pill={pillOf(props, layout)}
          width={size.width}
        />
      )}
      <circle className={styles.ring} cx={thumb} cy={layout.track} r={10.5} />
      <circle className={styles.thumb} cx={thumb} cy={layout.track} r={6.5} data-at={at} />
      <Pill label={labels.pill} box={pillOf(props, layout)} />
    </svg>
  )
}

interface Box {
  readonly left: number
  readonly width: number
}

function pillOf({ at, labels, size }: TimeBandProps & { readonly size: Size }, layout: BandLayout): Box {
  const width = textWidth(labels.pill, 12, 600) + 12
  return { left: Math.max(0, Math.min(layout.x(at) - width / 2, size.width - width)), width }
}

function Pill({ label, box: { left, width } }: { readonly label: string; readonly box: Box }) {
  return (
    <g>
      <rect className={styles.pill} x={left} y={0} width={width} height={FLAG} rx={3} />
      <text className={styles.pillText} x={left + width / 2} y={14} textAnchor="middle">
        {label}
      </text>
    </g>
  )
}

interface BestProps {
  readonly layout: BandLayout
  readonly epoch: number
  readonly label: string
  readonly pill: Box
  /** Of the whole band. */
  readonly width: number
}

/** The flag gives way to the pill; its rule stays. */
function Best({ layout, epoch, label, pill, width }: BestProps) {
  const x = layout.x(epoch)
  const long = textWidth(label, 11, 650) + 15
  const side = x + long > width ? -1 : 1
  const tip = x + side * long
  const [low, high] = [Math.min(x, tip), Math.max(x, tip)]
  const isFree = high + 4 < pill.left || low > pill.left + pill.width + 4
  return (
    <g data-best={epoch}>
      <line
        className={styles.bestRule}
        x1={x}
        x2={x}
        y1={isFree ? 0 : FLAG}
        y2={layout.plot?.bottom ?? layout.track + 6}
      />
      {isFree && (
        <>
          <path
            className={styles.pennant}
            d={`M${x} 0H${tip}L${tip - side * 6} ${FLAG / 2 - 1}L${tip} ${FLAG - 2}H${x}Z`}
          />
          <text className={styles.pennantText} x={side > 0 ? x + 6 : tip + 9} y={13}>
            {label}
          </text>
        </>
      )}
    </g>
  )
}

interface TrackProps {
  readonly layout: BandLayout
  readonly from: number
  readonly to: number
  readonly only: readonly number[] | null
}

function Track({ layout, from, to, only }: TrackProps) {
  const { track, ticks, right } = layout
  return (
    <g>
      <line className={styles.rest} x1={from} x2={right} y1={track} y2={track} />
      {ticks.map(({ epoch, isLong }) => (
        <line
          key={epoch}
          className={styles.tick}
          x1={layout.x(epoch)}
          x2={layout.x(epoch)}
          y1={track}
          y2={track + (isLong ? 7 : 4)}
        />
      ))}
      <line className={styles.passed} x1={from} x2={to} y1={track} y2={track} />
      {only?.map((epoch) => (
        <circle
          key={epoch}
          className={styles.only}
          cx={layout.x(epoch)}
          cy={track}
          r={3.5}
          data-only={epoch}
        />
      ))}
    </g>
  )
}
