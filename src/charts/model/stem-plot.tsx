/** The effect of each of many inputs on the output, as stems from zero; the true effects, as rings. */
import { linearAxis } from '../kit/axis.ts'
import { Picture } from '../kit/picture.tsx'
import { SizedBox } from '../kit/sized-box.tsx'
import { ValueTicks } from '../kit/ticks.tsx'
import type { Size } from '../kit/use-size.ts'
import styles from './stem-plot.module.css'

export interface StemPlotProps {
  /** The effect of each input; null before there is a model. */
  readonly found: Float32Array | null
  /** The true weights by input, counted from 0; all others are 0. */
  readonly truth: ReadonlyMap<number, number>
  readonly inputs: number
  readonly tick: (value: number) => string
  readonly label: string
}

const STEP = 56
const LEFT = 30

export function StemPlot(props: StemPlotProps) {
  return <SizedBox>{(size) => <Drawing {...props} size={size} />}</SizedBox>
}

function Drawing({ found, truth, inputs, tick, label, size }: StemPlotProps & { size: Size }) {
  const values = [...(found ?? []), ...truth.values()].filter(Number.isFinite)
  const reach = Math.max(...values.map(Math.abs)) * 1.08
  const axis = linearAxis(-reach, reach, size.height / STEP)
  const [low, high] = axis.domain
  const x = (i: number) => LEFT + ((i + 0.5) / inputs) * (size.width - LEFT)
  const y = (value: number) => ((high - value) / (high - low)) * size.height
  return (
    <Picture size={size} label={label}>
      <ValueTicks
        {...{ ticks: axis.ticks, left: LEFT, right: size.width, bottom: size.height, y, label: tick }}
        zero={styles.zero}
      />
      {Array.from(found ?? [], (value, i) => {
        const at = { x1: x(i), x2: x(i), y1: y(0), y2: y(value) }
        return <line key={i} {...at} className={truth.has(i) ? styles.matters : styles.noise} />
      })}
      {[...truth].map(([i, value]) => (
        <circle key={i} className={styles.ring} cx={x(i)} cy={y(value)} r={4} />
      ))}
    </Picture>
  )
}
