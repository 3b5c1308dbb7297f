/** Where each path stands, and its name beside it: names move apart until all can be read. */
import { coloursOf } from '../kit/colour.ts'
import { placeLabels } from '../kit/label-placement.ts'
import { textWidth } from '../kit/text-width.ts'
import type { MapFrame } from './map-frame.ts'
import { placesOf } from './paint-map.ts'
import styles from './surface-map.module.css'
import type { Trail } from './trail.ts'

const SIZE = 12
const APART = 15
const AWAY = 9
/** A name that had to move further than this is tied to its dot. */
const TIED = 9

interface Props {
  readonly trails: readonly Trail[]
  readonly frame: MapFrame
  readonly step: number
  readonly focus: number | null
}

export function Heads({ trails, frame, step, focus }: Props) {
  const { left, top, width, height } = frame
  const [right, bottom] = [left + width, top + height]
  const heads = trails.map((trail, index) => {
    const { x, y } = placesOf(trail.path, frame, step).at(-1)!
    const outside = x < left || x > right || y < top || y > bottom
    const at = { x: Math.max(left, Math.min(x, right)), y: Math.max(top, Math.min(y, bottom)) }
    const room = textWidth(trail.name, SIZE, 620)
    return { trail, index, at, outside, flip: at.x + AWAY + room > right - 4 }
  })
  const places = placeLabels(
    heads.map(({ at }) => at.y),
    APART,
    top + 10,
    bottom - 10,
  )
  const pale = (index: number) => (focus === null || focus === index ? 1 : 0.45)
  // Names lie under all dots: where an optimizer stands is never hidden.
  return (
    <>
      {heads.map(({ trail, index, at, flip }, i) => {
        const colours = coloursOf({ colour: trail.style.colour })
        const y = places[i]!
        const x = at.x + (flip ? -AWAY : AWAY)
        return (
          <g key={index} opacity={pale(index)}>
            {Math.abs(y - at.y) > TIED && (
              <path
                className={styles.tie}
                style={{ stroke: colours.trainText }}
                d={`M${at.x} ${at.y}L${x} ${y}`}
              />
            )}
            <text
              className={styles.name}
              style={{ fill: colours.trainText }}
              x={x}
              y={y + 4}
              textAnchor={flip ? 'end' : 'start'}
            >
              {trail.name}
            </text>
          </g>
        )
      })}
      {heads.map(({ trail, index, at, outside }) => (
        <circle
          key={index}
          data-trail={trail.name}
          data-outside={outside}
          className={outside ? styles.gone : styles.head}
          style={{ color: coloursOf({ colour: trail.style.colour }).train }}
          opacity={pale(index)}
          cx={at.x}
          cy={at.y}
          r={index === focus ? 6 : 5}
        />
      ))}
    </>
  )
}
