/** The losses below the track, with the values at the epoch that is shown. */
import { useCallback, useMemo } from 'react'
import type { EpochRow } from '../../domain/run/run.ts'
import { linearAxis } from '../kit/axis.ts'
import { placeLabels } from '../kit/label-placement.ts'
import { linePath } from '../kit/paths.ts'
import { PlaceTicks, ValueTicks } from '../kit/ticks.tsx'
import { FOLLOWED, usualStart, WILD } from '../kit/usual-start.ts'
import type { BandLayout } from './band-layout.ts'
import styles from './time-band.module.css'
import type { TimeBandProps } from './time-band-props.ts'

interface Props extends Pick<TimeBandProps, 'shown' | 'here' | 'start' | 'labels'> {
  readonly rows: readonly EpochRow[]
  readonly layout: BandLayout
  readonly plot: { readonly top: number; readonly bottom: number }
  readonly width: number
}

const PARTS = ['validation', 'train'] as const
const STEP = 44
/** The title gives way to the values beside the line. */
const TITLE = 90

export function BandLosses({ rows, start, layout, plot, shown, here, labels, width }: Props) {
  const { top, bottom } = plot
  const { left, right } = layout
  const axis = useMemo(() => {
    const values = rows
      .flatMap(({ train, validation }) => [train.loss, validation.loss])
      .filter(Number.isFinite)
    const highest = Math.max(...values, Number.MIN_VALUE)
    const began = usualStart([{ rows, start }]) ?? Number.POSITIVE_INFINITY
    return linearAxis(0, highest > WILD * began ? FOLLOWED * began : highest, (bottom - top) / STEP)
  }, [rows, start, top, bottom])
  const y = useCallback(
    (loss: number) => Math.max(top, bottom - (loss / axis.domain[1]) * (bottom - top)),
    [axis, top, bottom],
  )
  const paths = useMemo(
    () =>
      PARTS.map((part) => ({
        part,
        path: linePath(
          rows.map((row) => {
            const { loss } = row[part]
            return Number.isFinite(loss) ? { x: layout.x(row.epoch), y: y(loss) } : null
          }),
        ),
      })),
    [rows, layout, y],
  )
  const last = rows.at(-1)
  const places = last
    ? placeLabels(
        PARTS.map((part) => y(last[part].loss)),
        16,
        top,
        bottom,
      )
    : []
  const x = layout.x(shown)
  const values = here
    ? placeLabels(
        PARTS.map((part) => y(here[part].loss) - 6),
        15,
        top,
        bottom,
      )
    : []
  const aside = x - left > 60 ? -1 : 1
  return (
    <g>
      <ValueTicks ticks={axis.ticks} left={left} right={right} y={y} label={labels.tick} gap={9} />
      <PlaceTicks ticks={layout.numbers} x={layout.x} y={bottom + 16} label={labels.xTick} />
      {x - left > TITLE && (
        <text className={styles.title} x={left + 6} y={top + 4}>
          {labels.title}
        </text>
      )}
      {paths.map(({ part, path }) => (
        <path key={part} className={styles.loss} data-part={part} d={path} />
      ))}
      <line className={styles.crosshair} x1={x} x2={x} y1={layout.track} y2={bottom} />
      {here &&
        PARTS.map((part, i) => (
          <g key={part} data-part={part} className={styles.reading}>
            <circle cx={x} cy={y(here[part].loss)} r={4.5} />
            {/* Those of the last epoch stand at the right. */}
            {shown !== last?.epoch && (
              <text x={x + aside * 9} y={values[i]! + 4} textAnchor={aside < 0 ? 'end' : 'start'}>
                {labels.value(here[part].loss)}
              </text>
            )}
          </g>
        ))}
      {last &&
        PARTS.map((part, i) => (
          <text
            key={part}
            className={styles.end}
            data-part={part}
            x={Math.min(right + 10, width)}
            y={places[i]! + 4}
          >
            {labels[part]} {labels.value(last[part].loss)}
          </text>
        ))}
    </g>
  )
}
