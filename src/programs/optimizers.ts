/** The optimizers in exported programs. One that is missing here does not compile. */
import type { OptimizerKind } from '../domain/experiment/experiment.ts'
import { argument, type CodeLine, call, plain } from './lines.ts'

interface OptimizerCode {
  readonly keras: {
    /** A class of keras.optimizers. */
    readonly name: string
    /** Its arguments besides the settings that the optimizer has. */
    readonly also?: string
  }
  readonly tfjs: {
    /** Lines that make `optimizer` from constants named as TensorFlow.js names the settings. */
    readonly make: (scheduled: boolean) => CodeLine[]
    /** A statement that gives it a new learning rate. */
    readonly setRate: (rate: string) => string
  }
}

/** tf.train.sgd keeps its learning rate in a tensor. */
const bySetter = (rate: string) => `optimizer.setLearningRate(${rate})`
const byField = (rate: string) => `optimizer.learningRate = ${rate}`

const made = (head: string, ...rest: readonly string[]) =>
  call(
    `const optimizer = ${head}`,
    ['learningRate', ...rest].map((text) => argument(text, 'optimizer')),
    { indent: '  ' },
  )

/** tf.train.momentum equals Keras' as long as the learning rate does not change. */
const momentum = (nesterov: boolean) => ({
  make: (scheduled: boolean) =>
    scheduled
      ? [...momentumClass(nesterov), ...made('new Momentum')]
      : made('tf.train.momentum', 'momentum', ...(nesterov ? ['true /* Nesterov */'] : [])),
  setRate: byField,
})

const adam = { make: () => made('tf.train.adam', 'beta1', 'beta2', 'epsilon'), setRate: byField }

export const OPTIMIZER_CODE: Readonly<Record<OptimizerKind, OptimizerCode>> = {
  sgd: {
    keras: { name: 'SGD' },
    tfjs: { make: () => made('tf.train.sgd'), setRate: bySetter },
  },
  momentum: {
    keras: { name: 'SGD' },
    tfjs: momentum(false),
  },
  nesterov: {
    keras: { name: 'SGD', also: 'nesterov=True' },
    tfjs: momentum(true),
  },
  adagrad: {
    keras: { name: 'Adagrad' },
    tfjs: { make: () => [...adagradClass(), ...made('new Adagrad')], setRate: byField },
  },
  rmsprop: {
    keras: { name: 'RMSprop' },
    tfjs: { make: () => made('tf.train.rmsprop', 'rho', '0 /* momentum */', 'epsilon'), setRate: byField },
  },
  adam: {
    keras: { name: 'Adam' },
    tfjs: adam,
  },
  /** TensorFlow.js has none: the decay is written around Adam's update (tfjs-optimizers.ts). */
  adamw: {
    keras: { name: 'AdamW' },
    tfjs: adam,
  },
}

/** An update rule with one moving average for every weight. */
const ruleClass = (name: string, about: string, step: string): CodeLine[] =>
  plain(`
${about}
class ${name} extends tf.SGDOptimizer {
  static className = '${name}'
  kept = {}

  applyGradients(gradients) {
    for (const { name, tensor: g } of gradients)
      tf.tidy(() => this.update(name, g))
  }

  update(name, g) {
    const rate = this.learningRate
    const w = tf.engine().registeredVariables[name]
${step}
  }
}
`)

const momentumClass = (nesterov: boolean): CodeLine[] =>
  ruleClass(
    'Momentum',
    `/** Keras' momentum: a velocity keeps the rates it was
 * made with, where tf.train.momentum rescales it. */`,
    `    const v = (this.kept[name] ??=
      tf.variable(tf.zerosLike(w), false))
    const push = (velocity) =>
      velocity.mul(momentum).sub(g.mul(rate))
    v.assign(push(v))
    w.assign(w.add(${nesterov ? 'push(v)' : 'v'}))`,
  )

const adagradClass = (): CodeLine[] =>
  ruleClass(
    'Adagrad',
    '/** tf.train.adagrad has an epsilon of its own. */',
    `    const sum = (this.kept[name] ??=
      tf.variable(tf.fill(w.shape, accumulator), false))
    sum.assign(sum.add(g.square()))
    const root = sum.add(epsilon).sqrt()
    w.assign(w.sub(g.div(root).mul(rate)))`,
  )
