/**
 * The optimizers, in the order that lists have. A new one is an entry here; the compiler then names what else it needs:
 * its update in TensorFlow.js, its lines in exported programs, and its texts. Its update in the WebAssembly kernels is
 * written in another language: a kernel that does not know the code traps, and the test that the engines agree fails.
 * Keys are saved and shared: none is ever renamed.
 */

/** Settings that some optimizers have, as links name them. */
const OPTIMIZER_SETTINGS = [
  'momentum',
  'rho',
  'beta1',
  'beta2',
  'epsilon',
  'accumulator',
  'weight-decay',
] as const
export type OptimizerSetting = (typeof OPTIMIZER_SETTINGS)[number]

/** Where a moving average starts. */
type SlotStart = 0 | 'initialAccumulator'

interface OptimizerTraits {
  /** The moving averages that it keeps of every weight: the engines have room for two. */
  readonly slots: readonly [] | readonly [SlotStart] | readonly [SlotStart, SlotStart]
  /** The settings that it has besides the learning rate and those that all optimizers have. */
  readonly settings: readonly OptimizerSetting[]
  /** The number by which the kernels know it (src/engine/wasm/kernels/optimizers.ts). */
  readonly code: number
}

const TRAITS = {
  sgd: { code: 0, slots: [], settings: [] },
  momentum: { code: 1, slots: [0], settings: ['momentum'] },
  nesterov: { code: 2, slots: [0], settings: ['momentum'] },
  adagrad: { code: 3, slots: ['initialAccumulator'], settings: ['accumulator', 'epsilon'] },
  rmsprop: { code: 4, slots: [0], settings: ['rho', 'epsilon'] },
  adam: { code: 5, slots: [0, 0], settings: ['beta1', 'beta2', 'epsilon'] },
  adamw: { code: 6, slots: [0, 0], settings: ['beta1', 'beta2', 'epsilon', 'weight-decay'] },
} as const satisfies Record<string, OptimizerTraits>

export type OptimizerKind = keyof typeof TRAITS

export const OPTIMIZERS = Object.keys(TRAITS) as readonly OptimizerKind[]

export const optimizerTraits = (kind: OptimizerKind): OptimizerTraits => TRAITS[kind]

/** The starting value of each moving average. */
export function slotStarts(settings: {
  readonly kind: OptimizerKind
  readonly initialAccumulator: number
}): number[] {
  return optimizerTraits(settings.kind).slots.map((start) =>
    start === 'initialAccumulator' ? settings.initialAccumulator : start,
  )
}
