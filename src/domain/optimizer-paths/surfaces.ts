/**
 * Losses of one or two weights, on which optimizers can be watched. Each has a name that scenes, links and lessons write:
 * none is ever renamed.
 */

type Point = readonly number[]

/** From and to. */
type Range = readonly [number, number]

export interface Surface {
  /** The number of weights. */
  readonly dimensions: 1 | 2
  /** The loss after `step` updates: only a moving target asks for the step. */
  readonly loss: (point: Point, step: number) => number
  readonly gradient: (point: Point, step: number) => readonly number[]
  /** The lowest loss there is. */
  readonly lowest: number
  /** Where it is reached, and where the loss is lowest around only. */
  readonly minima: readonly Point[]
  /** Where the gradient is 0 and yet no minimum is. */
  readonly saddles: readonly Point[]
  /** The stretch of each weight that is worth looking at; of one weight, the second is the stretch of the loss. */
  readonly window: readonly [Range, Range]
  /** The step at which the minimum moves, if it does. */
  readonly movesAt: number | null
}

const still = { saddles: [], movesAt: null } as const

/** The step at which the target moves, and its two places. */
const MOVES_AT = 200
const targetAt = (step: number) => (step < MOVES_AT ? 0 : 3)

/** Where ½(w⁴ − 16w² + 5w) has no slope: its deep and its shallow minimum, and the hill between them. */
const DEEP = -2.903534027771177
const SHALLOW = 2.746802770990837
const HILL = 0.1567312567803401

const SURFACE_TABLE = {
  /** f = 0.1x² + 2y²: twenty times as steep across as along (D2L). */
  ravine: {
    ...still,
    dimensions: 2,
    loss: ([x, y]) => 0.1 * x! ** 2 + 2 * y! ** 2,
    gradient: ([x, y]) => [0.2 * x!, 4 * y!],
    lowest: 0,
    minima: [[0, 0]],
    window: [
      [-5.6, 2.4],
      [-2.5, 2.5],
    ],
  },
  /** f = x² − y² + y⁴/4: flat in the middle, with a valley on both sides. */
  saddle: {
    ...still,
    dimensions: 2,
    loss: ([x, y]) => x! ** 2 - y! ** 2 + y! ** 4 / 4,
    gradient: ([x, y]) => [2 * x!, -2 * y! + y! ** 3],
    lowest: -1,
    minima: [
      [0, Math.SQRT2],
      [0, -Math.SQRT2],
    ],
    saddles: [[0, 0]],
    window: [
      [-2, 2],
      [-2, 2],
    ],
  },
  /** (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²: steep walls around a flat valley (Beale 1958). */
  beale: {
    ...still,
    dimensions: 2,
    loss: ([x, y]) => bealeTerms(x!, y!).reduce((sum, { value }) => sum + value ** 2, 0),
    gradient: ([x, y]) => {
      const slope = [0, 0]
      for (const { value, byX, byY } of bealeTerms(x!, y!)) {
        slope[0]! += 2 * value * byX
        slope[1]! += 2 * value * byY
      }
      return slope
    },
    lowest: 0,
    minima: [[3, 0.5]],
    saddles: [[0, 1]],
    window: [
      [-1, 4.4],
      [-1.2, 2],
    ],
  },
  /** (1 − x)² + 100(y − x²)²: a bent valley that is easy to reach and slow to follow (Rosenbrock 1960). */
  rosenbrock: {
    ...still,
    dimensions: 2,
    loss: ([x, y]) => (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2,
    gradient: ([x, y]) => [-2 * (1 - x!) - 400 * x! * (y! - x! ** 2), 200 * (y! - x! ** 2)],
    lowest: 0,
    minima: [[1, 1]],
    window: [
      [-1.7, 1.7],
      [-0.7, 1.7],
    ],
  },
  /** ½Σ(w⁴ − 16w² + 5w): four minima, one of them the deepest (Styblinski and Tang 1990). */
  minima: {
    ...still,
    dimensions: 2,
    loss: (point) => point.reduce((sum, w) => sum + (w ** 4 - 16 * w ** 2 + 5 * w) / 2, 0),
    gradient: (point) => point.map((w) => (4 * w ** 3 - 32 * w + 5) / 2),
    lowest: -78.33233140754282,
    minima: [
      [DEEP, DEEP],
      [DEEP, SHALLOW],
      [SHALLOW, DEEP],
      [SHALLOW, SHALLOW],
    ],
    saddles: [
      [DEEP, HILL],
      [HILL, DEEP],
      [SHALLOW, HILL],
      [HILL, SHALLOW],
    ],
    window: [
      [-4.4, 4.4],
      [-4.4, 4.4],
    ],
  },
  /** f = x⁴/4 − x²/2 + 0.1x: a shallow well at the right, a deep one at the left. */
  'double-well': {
    ...still,
    dimensions: 1,
    loss: ([x]) => x! ** 4 / 4 - x! ** 2 / 2 + 0.1 * x!,
    gradient: ([x]) => [x! ** 3 - x! + 0.1],
    lowest: -0.35238607380003645,
    minima: [[-1.0466805318046022], [0.9456492739235914]],
    window: [
      [-2.1, 2.4],
      [-0.6, 2],
    ],
  },
  /** f = (w − c)² with c = 0 for 200 updates, and 3 afterwards. */
  'moving-target': {
    dimensions: 1,
    loss: ([w], step) => (w! - targetAt(step)) ** 2,
    gradient: ([w], step) => [2 * (w! - targetAt(step))],
    lowest: 0,
    minima: [[0], [3]],
    saddles: [],
    window: [
      [-2.5, 6],
      [-2, 27],
    ],
    movesAt: MOVES_AT,
  },
} as const satisfies Record<string, Surface>

export type SurfaceKey = keyof typeof SURFACE_TABLE
export const SURFACES = Object.keys(SURFACE_TABLE) as readonly SurfaceKey[]

export const surfaceOf = (key: SurfaceKey): Surface => SURFACE_TABLE[key]

/** The terms whose squares make Beale's function, with their slopes. */
function bealeTerms(x: number, y: number) {
  return [1.5, 2.25, 2.625].map((constant, i) => ({
    value: constant - x + x * y ** (i + 1),
    byX: -1 + y ** (i + 1),
    byY: x * (i + 1) * y ** i,
  }))
}
