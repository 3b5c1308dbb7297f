/**
 * Validation loss over learning rate, the size of a few words: the loss falls, turns, and shoots up where the rate is
 * too large.
 */
import { linePath } from '../kit/paths.ts'
import styles from './rate-curve.module.css'

export interface RateCurveProps {
  readonly tries: readonly { readonly rate: number; readonly loss: number }[]
  /** The learning rate that was chosen. */
  readonly rate: number | null
  /** The range of the axis, the same for all rows. */
  readonly ends: readonly [number, number]
  readonly label: string
}

const WIDTH = 124
const HEIGHT = 32
const INSET = 5
/** Losses beyond this many times the lowest are drawn at the top: what matters is where the valley is. */
const STEEP = 4

export function RateCurve({ tries, rate, ends, label }: RateCurveProps) {
  const [from, to] = ends.map(Math.log)
  const low = tries.reduce((least, { loss }) => Math.min(least, loss), Number.POSITIVE_INFINITY)
  const high = Math.min(
    tries.reduce((most, { loss }) => (Number.isFinite(loss) ? Math.max(most, loss) : most), low),
    low * STEEP,
  )
  const x = (value: number) => INSET + ((Math.log(value) - from!) / (to! - from!)) * (WIDTH - 2 * INSET)
  const y = (loss: number) =>
    INSET + (1 - (Math.min(loss, high) - low) / (high - low || 1)) * (HEIGHT - 2 * INSET)
  const known = tries.filter(({ loss }) => Number.isFinite(loss))
  const best = known.find((each) => each.rate === rate)
  return (
    <svg role="img" aria-label={label} className={styles.picture} width={WIDTH} height={HEIGHT}>
      <line className={styles.base} x1={INSET} x2={WIDTH - INSET} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      <path d={linePath(known.map((each) => ({ x: x(each.rate), y: y(each.loss) })))} />
      {tries
        .filter(({ loss }) => !Number.isFinite(loss))
        .map((each) => (
          <path
            key={each.rate}
            className={styles.diverged}
            d={`M${x(each.rate) - 2.5} ${INSET - 2.5}l5 5m0 -5l-5 5`}
          />
        ))}
      {best && <circle cx={x(best.rate)} cy={y(best.loss)} r={3.5} />}
    </svg>
  )
}
