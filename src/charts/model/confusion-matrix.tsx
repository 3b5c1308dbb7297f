/**
 * How often each class is predicted for each true class: rows are the truth. The diagonal is unfilled, errors are on a
 * grey ramp.
 */
import styles from './confusion-matrix.module.css'

export interface ConfusionMatrixProps {
  /** counts[truth][predicted] */
  readonly counts: readonly (readonly number[])[]
  readonly classes: readonly string[]
  readonly labels: {
    readonly truth: string
    readonly predicted: string
    readonly caption: string
  }
}

export function ConfusionMatrix({ counts, classes, labels }: ConfusionMatrixProps) {
  const most = Math.max(1, ...counts.flatMap((row, i) => row.filter((_, j) => j !== i)))
  return (
    <table className={styles.matrix}>
      <caption className={styles.caption}>{labels.caption}</caption>
      <thead>
        <tr>
          <td className={styles.corner}>{labels.truth}</td>
          {classes.map((name) => (
            <th key={name} scope="col" title={`${labels.predicted} ${name}`}>
              <span>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {classes.map((name, i) => (
          <tr key={name}>
            <th scope="row" title={name}>
              {name}
            </th>
            {classes.map((other, j) => {
              const count = counts[i]?.[j] ?? 0
              const weight = i === j ? 0 : count / most
              return (
                <td
                  key={other}
                  className={styles.cell}
                  data-right={i === j}
                  data-dark={weight > 0.5}
                  style={{ '--weight': `${Math.round(100 * weight)}%` } as React.CSSProperties}
                >
                  {count}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
