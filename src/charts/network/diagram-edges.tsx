/** The weights as lines: hue and dash are the sign, width is the size. */
import { memo } from 'react'
import styles from './network.module.css'

/** A weight of this size has the widest line. */
export const WIDEST = 4

export interface Edge {
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
  readonly weight: number
  /** Names of the units, to tell which edges belong to one: layer and index. */
  readonly source: string
  readonly target: string
}

interface Props {
  readonly edges: readonly Edge[]
  readonly width: number
  readonly height: number
  /** The unit whose incoming edges stand out. */
  readonly focus: string | null
}

export const edgeWidth = (weight: number) => 0.75 + 3.75 * Math.min(1, Math.abs(weight) / WIDEST)

export const DiagramEdges = memo(function DiagramEdges({ edges, width, height, focus }: Props) {
  const isIn = ({ target }: Edge) => target === focus
  const ordered =
    focus === null ? edges : [...edges.filter((edge) => !isIn(edge)), ...edges.filter((edge) => isIn(edge))]
  return (
    <svg className={styles.edges} width={width} height={height} aria-hidden>
      {ordered.map((edge) => (
        <path
          key={`${edge.source} ${edge.target}`}
          d={path(edge)}
          strokeWidth={edgeWidth(edge.weight).toFixed(2)}
          data-sign={edge.weight < 0 ? 'minus' : 'plus'}
          data-focus={focus === null ? 'none' : isIn(edge) ? 'in' : 'other'}
        />
      ))}
    </svg>
  )
})

function path({ from, to }: Edge): string {
  const middle = ((from.x + to.x) / 2).toFixed(1)
  return `M${from.x.toFixed(1)} ${from.y.toFixed(1)}C${middle} ${from.y.toFixed(1)} ${middle} ${to.y.toFixed(1)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`
}
