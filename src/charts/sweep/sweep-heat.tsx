/**
 * One number against two swept settings: a table of buttons on a ramp of lightness. Arrow keys move from cell to cell.
 */
import { type KeyboardEvent, useRef, useState } from 'react'
import styles from './sweep-heat.module.css'

export interface HeatCell {
  /** The median; infinite where most seeds diverged, NaN where nothing is known. */
  readonly value: number
  readonly text: string
  readonly label: string
  readonly state: 'known' | 'diverged' | 'invalid' | 'pending'
}

export interface SweepHeatProps {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** The cells, row by row. */
  readonly cells: readonly HeatCell[]
  readonly log: boolean
  /** What lies outside has the colours of the ends, so that runs that grew without bounds do not make all others look alike. */
  readonly bounds: readonly [low: number, high: number]
  readonly best: number | null
  readonly selected: number | null
  readonly onSelect: (index: number) => void
  readonly labels: {
    readonly caption: string
    readonly title: string
    readonly unit: string
    readonly row: string
    readonly column: string
    readonly best: string
    readonly diverged: string
    readonly value: (value: number) => string
  }
}

/**
 * Values beyond this many times the median have the strongest colour, so that one diverged cell does not make all
 * others look alike.
 */
const CLIP = 3

/** The share of the darkest step from which text must be light. */
const STRONG = 0.55

export function SweepHeat({
  rows,
  columns,
  cells,
  log,
  bounds,
  best,
  selected,
  onSelect,
  labels,
}: SweepHeatProps) {
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState(0)
  const known = cells.map(({ value }) => value).filter(Number.isFinite)
  const { low, high, isBelow, isAbove } = rangeOf(known, bounds)
  const share = shareOf(low, high, log)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = cellAfter(event.key, at, rows.length, columns.length)
    if (next === null) return
    event.preventDefault()
    setAt(next)
    table.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div className={styles.heat}>
      <div className={styles.head}>
        <h3>{labels.title}</h3>
        <span>{labels.unit}</span>
        <span className={styles.legend}>
          {known.length > 0 && (
            <span>
              {isBelow && '≤ '}
              {labels.value(low)}
              <i aria-hidden="true" />
              {isAbove && '≥ '}
              {labels.value(high)}
            </span>
          )}
          {cells.some(({ state }) => state === 'diverged') && (
            <span>
              <i aria-hidden="true" data-state="diverged" />
              {labels.diverged}
            </span>
          )}
        </span>
      </div>
      <table ref={table} className={styles.table} onKeyDown={onKeyDown}>
        <caption className={styles.caption}>{labels.caption}</caption>
        <thead>
          <tr>
            <td className={styles.gap} />
            <th scope="colgroup" colSpan={columns.length} className={styles.axis}>
              {labels.column}
            </th>
          </tr>
          <tr>
            <th scope="col" className={styles.corner}>
              {labels.row}
            </th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((column, j) => {
                const index = i * columns.length + j
                const cell = cells[index]!
                const weight = Number.isFinite(cell.value) ? share(cell.value) : 0
                return (
                  <td key={column}>
                    <button
                      type="button"
                      className={styles.cell}
                      style={{ '--weight': `${Math.round(100 * weight)}%` } as React.CSSProperties}
                      data-state={cell.state}
                      data-strong={weight > STRONG}
                      data-best={index === best}
                      aria-label={index === best ? `${cell.label} (${labels.best})` : cell.label}
                      aria-pressed={index === selected}
                      tabIndex={index === at ? 0 : -1}
                      title={cell.label}
                      onFocus={() => setAt(index)}
                      onClick={() => onSelect(index)}
                    >
                      {cell.text}
                      {index === best && <em>{labels.best}</em>}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function rangeOf(known: readonly number[], [lowest, highest]: SweepHeatProps['bounds']) {
  const within = known.filter((value) => value >= lowest && value <= highest)
  const near = (within.length > 0 ? within : known).toSorted((a, b) => a - b)
  const [low = 0, middle = 0, most = 0] = [0, near.length >> 1, near.length - 1].map((i) => near[i])
  const high = low > 0 && most > CLIP * middle ? CLIP * middle : most
  return {
    low,
    high,
    isBelow: known.some((value) => value < low),
    isAbove: known.some((value) => value > high),
  }
}

function shareOf(low: number, high: number, log: boolean): (value: number) => number {
  if (!(high > low)) return () => 0.3
  const share = (value: number) =>
    log && low > 0 ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low)
  return (value) => Math.max(0, Math.min(share(value), 1))
}

function cellAfter(key: string, at: number, rows: number, columns: number): number | null {
  const [row, column] = [Math.floor(at / columns), at % columns]
  const steps: Record<string, readonly [number, number]> = {
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    Home: [0, -column],
    End: [0, columns - 1 - column],
  }
  const step = steps[key]
  if (!step) return null
  const next = [
    Math.max(0, Math.min(row + step[0], rows - 1)),
    Math.max(0, Math.min(column + step[1], columns - 1)),
  ] as const
  return next[0] * columns + next[1]
}
