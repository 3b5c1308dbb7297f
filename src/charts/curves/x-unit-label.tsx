import { textWidth } from '../kit/text-width.ts'
import styles from './curve-chart.module.css'

interface Props {
  readonly x: number
  readonly y: number
  readonly word: string
  /** A control over it changes what the x axis counts. */
  readonly menu: boolean
}

/** The word at the end of the x axis that says what it counts. */
export function XUnitLabel({ x, y, word, menu }: Props) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <text className={styles.tick}>{word}</text>
      {menu && (
        <path
          data-control
          className={styles.chevron}
          d={`M${textWidth(word, 11, 400) + 5} -6l3.5 3.5l3.5 -3.5`}
        />
      )}
    </g>
  )
}
