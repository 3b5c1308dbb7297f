/**
 * How often each class is predicted for each true class: rows are the truth. The diagonal is unfilled, errors are on a
 * grey ramp. The arrow keys move between cells; a cell can be chosen.
 */
import { type KeyboardEvent, useRef, useState } from 'react'
import styles from './confusion-matrix.module.css'

export interface Cell {
  readonly truth: number
  readonly predicted: number
}

export interface ConfusionMatrixProps {
  /** counts[truth][predicted] */
  readonly counts: readonly (readonly number[])[]
  readonly classes: readonly string[]
  readonly labels: {
    readonly truth: string
    readonly predicted: string
    readonly caption: string
  }
  /** What a cell shows, and what it is called. */
  readonly write: (cell: Cell) => string
  readonly describe: (cell: Cell) => string
  readonly chosen: Cell | null
  onChoose(cell: Cell | null): void
}

export function ConfusionMatrix(props: ConfusionMatrixProps) {
  const { counts, classes, labels, write, describe, chosen, onChoose } = props
  const root = useRef<HTMLTableElement>(null)
  const [entry, setEntry] = useState<Cell>({ truth: 0, predicted: 0 })
  const most = Math.max(1, ...counts.flatMap((row, i) => row.filter((_, j) => j !== i)))
  const longest = Math.max(labels.truth.length * 1.5, ...classes.map(({ length }) => length))
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key]
    if (move === undefined) return
    event.preventDefault()
    const within = (at: number) => Math.max(0, Math.min(at, classes.length - 1))
    const next = { truth: within(entry.truth + move[0]), predicted: within(entry.predicted + move[1]) }
    setEntry(next)
    root.current?.querySelector<HTMLElement>(`[data-cell="${next.truth} ${next.predicted}"]`)?.focus()
  }
  return (
    <table ref={root} className={styles.matrix} onKeyDown={onKeyDown}>
      <caption className={styles.caption}>{labels.caption}</caption>
      <thead>
        <tr>
          <td className={styles.corner} style={{ width: `min(30%, ${longest * 7 + 16}px)` }}>
            {labels.truth}
          </td>
          {classes.map((name) => (
            <th key={name} scope="col" title={`${labels.predicted} ${name}`}>
              <span>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {classes.map((name, truth) => (
          <tr key={name}>
            <th scope="row" title={name}>
              {name}
            </th>
            {classes.map((other, predicted) => {
              const cell = { truth, predicted }
              const weight = truth === predicted ? 0 : (counts[truth]?.[predicted] ?? 0) / most
              const isChosen = same(chosen, cell)
              const label = describe(cell)
              return (
                <td key={other}>
                  <button
                    type="button"
                    className={styles.cell}
                    data-cell={`${truth} ${predicted}`}
                    data-right={truth === predicted}
                    data-dark={weight > 0.5}
                    style={{ '--weight': `${Math.round(100 * weight)}%` } as React.CSSProperties}
                    tabIndex={same(entry, cell) ? 0 : -1}
                    aria-label={label}
                    aria-pressed={isChosen}
                    title={label}
                    onFocus={() => setEntry(cell)}
                    onClick={() => onChoose(isChosen ? null : cell)}
                  >
                    {write(cell)}
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const same = (a: Cell | null, b: Cell) => a?.truth === b.truth && a.predicted === b.predicted

const MOVES: Readonly<Record<string, readonly [truth: number, predicted: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}
