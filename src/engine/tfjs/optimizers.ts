/**
 * Update rules over the flat weight vector, in Keras 3's conventions but for Adam's ε (docs/numbers.md); tests hold them to
 * outside traces. `g` is the gradient with penalties and clipping; `t` counts updates from 1. Each rule has two forms, in tf.* and in GLSL (program.ts).
 */
import type { OptimizerKind, OptimizerSettings } from '../../domain/experiment/experiment.ts'
import { draw, fuses, resident } from './program.ts'
import { type Tensor, type Tensor1D, tf } from './tf.ts'

interface Update {
  readonly weights: Tensor1D
  readonly slots: readonly Tensor1D[]
}

interface Moment {
  readonly lr: number
  readonly t: number
  readonly settings: OptimizerSettings
}

interface Rule<Constant extends string> {
  /** The numbers of an update, for both forms; worked out in double precision, where 1 − β₂ᵗ is safe. */
  constants(moment: Moment): Readonly<Record<Constant, number>>
  plain(
    w: Tensor1D,
    g: Tensor1D,
    slots: readonly Tensor1D[],
    constants: Readonly<Record<Constant, number>>,
  ): Update
  /** Statements that assign `w`, and the slots `s0` and `s1` as far as there are any. */
  readonly glsl: string
}

interface Optimizer {
  /** Returns the new weights and slots and keeps nothing. */
  update(w: Tensor1D, g: Tensor1D, slots: readonly Tensor1D[], moment: Moment): Update
}

/** a·x + b·y */
const blend = (a: number, x: Tensor1D, b: number, y: Tensor1D): Tensor1D => tf.add(tf.mul(x, a), tf.mul(y, b))

type AdamConstant = 'beta1' | 'rest1' | 'beta2' | 'rest2' | 'rate' | 'correction' | 'epsilon'

/** ε outside the root (Kingma & Ba 2015, algorithm 1). */
const adam: Rule<AdamConstant> = {
  constants: ({ lr, t, settings: { beta1, beta2, epsilon } }) => ({
    beta1,
    rest1: 1 - beta1,
    beta2,
    rest2: 1 - beta2,
    rate: lr / (1 - beta1 ** t),
    correction: 1 - beta2 ** t,
    epsilon,
  }),
  plain(w, g, [m0, v0], { beta1, rest1, beta2, rest2, rate, correction, epsilon }) {
    const m = blend(beta1, m0!, rest1, g)
    const v = blend(beta2, v0!, rest2, tf.square(g))
    const root = tf.add(tf.sqrt(tf.div(v, correction)), epsilon)
    return { weights: tf.sub(w, tf.div(tf.mul(m, rate), root)), slots: [m, v] }
  },
  glsl: `
    s0 = beta1 * s0 + rest1 * g;
    s1 = beta2 * s1 + rest2 * (g * g);
    w -= s0 * rate / (sqrt(s1 / correction) + epsilon);`,
}

const optimizers: Record<OptimizerKind, Optimizer> = {
  sgd: optimizer({
    constants: ({ lr }) => ({ lr }),
    plain: (w, g, _, { lr }) => ({ weights: tf.sub(w, tf.mul(g, lr)), slots: [] }),
    glsl: 'w -= lr * g;',
  }),
  momentum: optimizer({
    constants: ({ lr, settings: { momentum } }) => ({ lr, momentum }),
    plain(w, g, [v0], { lr, momentum }) {
      const v = blend(momentum, v0!, -lr, g)
      return { weights: tf.add(w, v), slots: [v] }
    },
    glsl: `
    s0 = momentum * s0 - lr * g;
    w += s0;`,
  }),
  /** The stored weights are the look-ahead point. */
  nesterov: optimizer({
    constants: ({ lr, settings: { momentum } }) => ({ lr, momentum }),
    plain(w, g, [v0], { lr, momentum }) {
      const v = blend(momentum, v0!, -lr, g)
      return { weights: tf.add(w, blend(momentum, v, -lr, g)), slots: [v] }
    },
    glsl: `
    s0 = momentum * s0 - lr * g;
    w += momentum * s0 - lr * g;`,
  }),
  adagrad: optimizer({
    constants: ({ lr, settings: { epsilon } }) => ({ lr, epsilon }),
    plain(w, g, [a0], { lr, epsilon }) {
      const a = tf.add(a0!, tf.square(g)) as Tensor1D
      return { weights: tf.sub(w, tf.div(tf.mul(g, lr), tf.sqrt(tf.add(a, epsilon)))), slots: [a] }
    },
    glsl: `
    s0 += g * g;
    w -= lr * g / sqrt(s0 + epsilon);`,
  }),
  /** ε inside the root, no bias correction, not centred. */
  rmsprop: optimizer({
    constants: ({ lr, settings: { rho, epsilon } }) => ({ lr, rho, rest: 1 - rho, epsilon }),
    plain(w, g, [v0], { lr, rho, rest, epsilon }) {
      const v = blend(rho, v0!, rest, tf.square(g))
      return { weights: tf.sub(w, tf.div(tf.mul(g, lr), tf.sqrt(tf.add(v, epsilon)))), slots: [v] }
    },
    glsl: `
    s0 = rho * s0 + rest * (g * g);
    w -= lr * g / sqrt(s0 + epsilon);`,
  }),
  adam: optimizer(adam),
  /** Decoupled decay (Loshchilov & Hutter 2019) of all weights, as Keras does by default. */
  adamw: optimizer({
    constants: (moment) => ({
      ...adam.constants(moment),
      kept: 1 - moment.lr * moment.settings.weightDecay,
    }),
    plain: (w, g, slots, constants) => adam.plain(tf.mul(w, constants.kept), g, slots, constants),
    glsl: `w *= kept;${adam.glsl}`,
  }),
}

export function optimizerFor(kind: OptimizerKind): Optimizer {
  return optimizers[kind]
}

/** Slots as tensors, laid out as updates leave them. */
export function slotTensors(slots: readonly Float32Array[]): Tensor1D[] {
  return tf.tidy(() => {
    const length = slots[0]?.length ?? 0
    const all = new Float32Array(slots.length * length)
    slots.forEach((slot, i) => {
      all.set(slot, i * length)
    })
    return slots.length === 0 ? [] : apart(resident(tf.tensor1d(all)), slots.length)
  })
}

/** Vectors that lie end to end: views where the device has them. */
function apart(all: Tensor1D, count: number): Tensor1D[] {
  const length = all.size / count
  return Array.from({ length: count }, (_, i) => tf.slice(all, i * length, length))
}

function optimizer<Constant extends string>({ constants, plain, glsl }: Rule<Constant>): Optimizer {
  return {
    update(w, g, before, moment) {
      const numbers = constants(moment)
      if (!fuses()) return plain(w, g, before, numbers)
      const after = drawUpdate(glsl, w, g, before, numbers)
      if (before.length === 0) return { weights: after, slots: [] }
      const [weights, ...slots] = apart(after, 1 + before.length)
      return { weights: weights!, slots }
    },
  }
}

/** The weights and the slots end to end, in one draw. */
function drawUpdate(
  glsl: string,
  w: Tensor1D,
  g: Tensor1D,
  slots: readonly Tensor1D[],
  floats: Readonly<Record<string, number>>,
): Tensor1D {
  const parts = 1 + slots.length
  const inputs: Record<string, Tensor> = { W: w, G: g }
  slots.forEach((slot, i) => {
    inputs[`S${i}`] = slot
  })
  // At its own place a program finds a number without working out where it lies.
  const read = (name: string) => (parts === 1 ? `get${name}AtOutCoords()` : `get${name}(at)`)
  const slot = (i: number) => (i < slots.length ? read(`S${i}`) : '0.')
  const code = `
  void main() {
    int at = getOutputCoords();
    int part = at < size ? 0 : at < 2 * size ? 1 : 2;
    at -= part * size;
    float w = ${read('W')};
    float g = ${read('G')};
    float s0 = ${slot(0)};
    float s1 = ${slot(1)};
    ${glsl}
    setOutput(part == 0 ? w : part == 1 ? s0 : s1);
  }`
  return draw([parts * w.size], { inputs, ints: { size: w.size }, floats, code }) as Tensor1D
}
