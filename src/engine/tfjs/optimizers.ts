/**
 * Update rules over the flat weight vector, in Keras 3's conventions:
 * the numbers are in tests against outside traces. `g` is the whole gradient, penalties included; `t` counts updates
 * from 1. A rule returns the new weights and slots and keeps nothing.
 */
import type { OptimizerKind, OptimizerSettings } from '../../domain/experiment.ts'
import { type Tensor1D, tf } from './tf.ts'

interface Update {
  readonly weights: Tensor1D
  readonly slots: readonly Tensor1D[]
}

interface Rule {
  /** Starting value of each slot. */
  slots(settings: OptimizerSettings): readonly number[]
  update(
    w: Tensor1D,
    g: Tensor1D,
    slots: readonly Tensor1D[],
    at: { readonly lr: number; readonly t: number; readonly settings: OptimizerSettings },
  ): Update
}

/** a·x + b·y */
const blend = (a: number, x: Tensor1D, b: number, y: Tensor1D): Tensor1D => tf.add(tf.mul(x, a), tf.mul(y, b))

const adam: Rule = {
  slots: () => [0, 0],
  update(w, g, [m0, v0], { lr, t, settings: { beta1, beta2, epsilon } }) {
    const m = blend(beta1, m0!, 1 - beta1, g)
    const v = blend(beta2, v0!, 1 - beta2, tf.square(g))
    const root = tf.add(tf.sqrt(tf.div(v, 1 - beta2 ** t)), epsilon)
    return { weights: tf.sub(w, tf.div(tf.mul(m, lr / (1 - beta1 ** t)), root)), slots: [m, v] }
  },
}

const rules: Record<OptimizerKind, Rule> = {
  sgd: {
    slots: () => [],
    update: (w, g, _, { lr }) => ({ weights: tf.sub(w, tf.mul(g, lr)), slots: [] }),
  },
  momentum: {
    slots: () => [0],
    update(w, g, [v0], { lr, settings }) {
      const v = blend(settings.momentum, v0!, -lr, g)
      return { weights: tf.add(w, v), slots: [v] }
    },
  },
  /** The stored weights are the look-ahead point. */
  nesterov: {
    slots: () => [0],
    update(w, g, [v0], { lr, settings }) {
      const v = blend(settings.momentum, v0!, -lr, g)
      return { weights: tf.add(w, blend(settings.momentum, v, -lr, g)), slots: [v] }
    },
  },
  adagrad: {
    slots: ({ initialAccumulator }) => [initialAccumulator],
    update(w, g, [a0], { lr, settings }) {
      const a = tf.add(a0!, tf.square(g)) as Tensor1D
      return { weights: tf.sub(w, tf.div(tf.mul(g, lr), tf.sqrt(tf.add(a, settings.epsilon)))), slots: [a] }
    },
  },
  /** ε inside the root, no bias correction, not centred. */
  rmsprop: {
    slots: () => [0],
    update(w, g, [v0], { lr, settings: { rho, epsilon } }) {
      const v = blend(rho, v0!, 1 - rho, tf.square(g))
      return { weights: tf.sub(w, tf.div(tf.mul(g, lr), tf.sqrt(tf.add(v, epsilon)))), slots: [v] }
    },
  },
  adam,
  /** Decoupled decay (Loshchilov & Hutter 2019) of all weights, as Keras does by default. */
  adamw: {
    slots: adam.slots,
    update(w, g, slots, at) {
      return adam.update(tf.mul(w, 1 - at.lr * at.settings.weightDecay), g, slots, at)
    },
  },
}

export function ruleFor(kind: OptimizerKind): Rule {
  return rules[kind]
}

/** Scales the whole gradient down to norm `limit` if it is longer. */
export function clipped(g: Tensor1D, limit: number): Tensor1D {
  const norm = tf.sqrt(tf.sum(tf.square(g)))
  return tf.mul(g, tf.minimum(1, tf.div(limit, tf.maximum(norm, 1e-30))))
}
