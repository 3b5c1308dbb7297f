/** An optimizer's path as it is drawn: by colour, and by a dash where two share one. */
import type { OptimizerKind } from '../../domain/experiment/experiment.ts'
import type { OptimizerPath } from '../../domain/optimizer-paths/paths.ts'

interface TrailStyle {
  /** The number of a run colour (kit/colour.ts). */
  readonly colour: number
  readonly dashed: boolean
}

export interface Trail {
  readonly path: OptimizerPath
  readonly name: string
  readonly style: TrailStyle
}

/** A rule and the one it grew from share a colour. */
const STYLES: Readonly<Record<OptimizerKind, TrailStyle>> = {
  sgd: { colour: 1, dashed: false },
  momentum: { colour: 2, dashed: false },
  nesterov: { colour: 2, dashed: true },
  adagrad: { colour: 4, dashed: false },
  rmsprop: { colour: 3, dashed: false },
  adam: { colour: 5, dashed: false },
  adamw: { colour: 5, dashed: true },
}

const COLOURS = 5

/** Kinds keep their colours whatever else is shown; where a kind is there twice, colours follow the order instead. */
export function trailStyles(kinds: readonly OptimizerKind[]): readonly TrailStyle[] {
  if (new Set(kinds).size === kinds.length) return kinds.map((kind) => STYLES[kind])
  return kinds.map((_, i) => ({ colour: (i % COLOURS) + 1, dashed: i >= COLOURS }))
}

export const DASH = [5, 3] as const
