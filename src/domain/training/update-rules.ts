/**
 * The optimizers' update rules for one weight, in double precision and in Keras 3's conventions but for Adam's ε (docs/numbers.md).
 * The engines have the same rules over whole networks in float32; a test holds all of them to the same outside traces.
 */
import type { OptimizerKind } from '../experiment/optimizers.ts'

/** The settings of an optimizer that decide its updates, by the names that experiments give them. */
interface UpdateSettings {
  readonly kind: OptimizerKind
  readonly momentum: number
  readonly rho: number
  readonly beta1: number
  readonly beta2: number
  readonly epsilon: number
  readonly weightDecay: number
}

interface UpdateMoment {
  readonly settings: UpdateSettings
  readonly learningRate: number
  /** Counts updates from 1, the one being made among them. */
  readonly update: number
}

/** The moving averages of one weight, as far as its optimizer keeps any (`slotStarts`). */
type Slots = [number, number]

/** Returns the new weight and leaves the new averages in `slots`. */
type Rule = (weight: number, gradient: number, slots: Slots, moment: UpdateMoment) => number

const adam: Rule = (w, g, slots, moment) => {
  const { beta1, beta2 } = moment.settings
  slots[0] = beta1 * slots[0] + (1 - beta1) * g
  slots[1] = beta2 * slots[1] + (1 - beta2) * g * g
  return w - (adamRate(slots[1], moment) * slots[0]) / (1 - beta1 ** moment.update)
}

const RULES: Record<OptimizerKind, Rule> = {
  sgd: (w, g, _, { learningRate }) => w - learningRate * g,
  momentum(w, g, slots, { learningRate, settings: { momentum } }) {
    slots[0] = momentum * slots[0] - learningRate * g
    return w + slots[0]
  },
  /** The stored weight is the look-ahead point. */
  nesterov(w, g, slots, { learningRate, settings: { momentum } }) {
    slots[0] = momentum * slots[0] - learningRate * g
    return w + momentum * slots[0] - learningRate * g
  },
  adagrad(w, g, slots, moment) {
    slots[0] += g * g
    return w - rootRate(slots[0], moment) * g
  },
  rmsprop(w, g, slots, moment) {
    const { rho } = moment.settings
    slots[0] = rho * slots[0] + (1 - rho) * g * g
    return w - rootRate(slots[0], moment) * g
  },
  adam,
  adamw: (w, g, slots, moment) =>
    adam(w * (1 - moment.learningRate * moment.settings.weightDecay), g, slots, moment),
}

/** The weight after an update by `gradient`; the averages in `slots` are updated in place. */
export const updated: Rule = (weight, gradient, slots, moment) =>
  RULES[moment.settings.kind](weight, gradient, slots, moment)

/** η/√(a + ε): Adagrad, whose `a` sums squares, and RMSProp, whose `a` averages them. */
const rootRate = (a: number, { learningRate, settings: { epsilon } }: UpdateMoment) =>
  learningRate / Math.sqrt(a + epsilon)

/** η/(√v̂ + ε), where v̂ is the average of squares without its start at 0 (Kingma & Ba 2015, algorithm 1). */
const adamRate = (v: number, { learningRate, update, settings: { beta2, epsilon } }: UpdateMoment) =>
  learningRate / (Math.sqrt(v / (1 - beta2 ** update)) + epsilon)

interface EffectiveRate {
  /** Which of the optimizer's moving averages divides the learning rate. */
  readonly slot: 0 | 1
  /** From that average after an update: what a gradient, or for Adam its average, is multiplied by in that update. */
  readonly of: (average: number, moment: UpdateMoment) => number
}

/** How an optimizer divides the learning rate for each weight; null where all weights have the same. */
export function effectiveRate(kind: OptimizerKind): EffectiveRate | null {
  switch (kind) {
    case 'adagrad':
    case 'rmsprop':
      return { slot: 0, of: rootRate }
    case 'adam':
    case 'adamw':
      return { slot: 1, of: adamRate }
    case 'sgd':
    case 'momentum':
    case 'nesterov':
      return null
    default:
      return kind satisfies never
  }
}
