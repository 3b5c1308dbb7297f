import { FLAG_HEIGHT } from '../kit/layout.ts'
import { measured, type Series } from '../kit/series.ts'
import { textWidth } from '../kit/text-width.ts'
import { placeOf } from '../kit/x-place.ts'
import styles from './curve-chart.module.css'
import { type EpochFlag, type Flag, placeFlags } from './epoch-flags.ts'
import type { Frame } from './frame.ts'
import { TestMark } from './test-mark.tsx'

/** Vertical rules at the best epoch and the end of a single run, with flags where this chart has them. */
export function Rules({ frame, of }: { frame: Frame; of: Series }) {
  const { run } = of
  const { labels, epochFlags } = frame.props
  const tested = run.tested ?? run.best
  const best: Flag | null =
    run.best === null
      ? null
      : { x: frame.x(placeOf(run, run.best)), label: labels.best(run.best), detail: null }
  const end: Flag | null =
    run.end === null ? null : { ...run.end, x: Math.min(frame.x(placeOf(run, run.end.epoch)), frame.right) }
  const ghost: Flag | null = run.ghost
    ? { x: frame.x(placeOf(run, run.ghost.epoch)), label: run.ghost.label, detail: null }
    : null
  const flown = epochFlags
    ? placeFlags([best, end, ghost].filter(isFlag), frame.size.width - 1, flagWidth)
    : []
  const top = (flag: Flag) => flown.find((other) => other.label === flag.label)?.top ?? frame.top - 6
  return (
    <>
      {ghost !== null && (
        <line className={styles.ghostRule} x1={ghost.x} x2={ghost.x} y1={top(ghost)} y2={frame.bottom} />
      )}
      {end !== null && (
        <line className={styles.stopRule} x1={end.x} x2={end.x} y1={top(end)} y2={frame.bottom} />
      )}
      {best !== null && (
        <line className={styles.bestRule} x1={best.x} x2={best.x} y1={top(best)} y2={frame.bottom} />
      )}
      {flown.map((epochFlag) => (
        <Cloth
          key={epochFlag.label}
          epochFlag={epochFlag}
          look={
            epochFlag.label === best?.label
              ? 'filled'
              : epochFlag.label === ghost?.label
                ? 'ghost'
                : 'outlined'
          }
        />
      ))}
      {tested !== null && run.test !== null && (
        <TestMark
          frame={frame}
          of={of}
          x={frame.x(placeOf(run, tested))}
          value={measured(run.test, frame.props.measure)}
        />
      )}
    </>
  )
}

function isFlag(flag: Flag | null): flag is Flag {
  return flag !== null
}

function flagWidth({ label, detail }: Flag): number {
  return textWidth(label, 11, 650) + (detail === null ? 0 : textWidth(` ${detail}`, 11, 450))
}

function Cloth({ epochFlag, look }: { epochFlag: EpochFlag; look: 'filled' | 'outlined' | 'ghost' }) {
  const { x, top, width, flipped, label, detail } = epochFlag
  const side = flipped ? -1 : 1
  const tip = x + side * width
  const notch = tip - side * 6
  const [low, middle] = [top + FLAG_HEIGHT, top + FLAG_HEIGHT / 2]
  return (
    <g className={styles[look]}>
      <path d={`M${x} ${top}H${tip}L${notch} ${middle}L${tip} ${low}H${x}Z`} />
      <text x={flipped ? tip + 9 : x + 6} y={top + 12.5}>
        {label}
        {detail !== null && <tspan className={styles.detail}> {detail}</tspan>}
      </text>
    </g>
  )
}
