/**
 * Keras 3's optimizers in TensorFlow.js. Its own SGD, RMSprop and Adam are the same with the same settings, and its
 * momentum as long as the learning rate stays; Adagrad's epsilon is fixed and differs on WebGL, and AdamW, global
 * clipping and proximal steps are missing: these are written out.
 */
import type { Experiment, OptimizerKind, OptimizerSettings } from '../domain/experiment/experiment.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import { settingsOf } from './javascript.ts'
import { argument, type CodeLine, call, line, plain } from './lines.ts'

/** What settings are called in the program. */
const NAMES = {
  lr: 'learningRate',
  momentum: 'momentum',
  rho: 'rho',
  beta1: 'beta1',
  beta2: 'beta2',
  epsilon: 'epsilon',
  accumulator: 'accumulator',
} satisfies Partial<Record<SettingKey, string>>
type Setting = keyof typeof NAMES

const SETTINGS: Record<OptimizerKind, readonly Setting[]> = {
  sgd: ['lr'],
  momentum: ['lr', 'momentum'],
  nesterov: ['lr', 'momentum'],
  adagrad: ['lr', 'accumulator', 'epsilon'],
  rmsprop: ['lr', 'rho', 'epsilon'],
  adam: ['lr', 'beta1', 'beta2', 'epsilon'],
  adamw: ['lr', 'beta1', 'beta2', 'epsilon'],
}

export function optimizerLines(experiment: Experiment): CodeLine[] {
  const value = settingsOf(experiment)
  return [
    ...SETTINGS[experiment.optimizer.kind].map((key) => line(`const ${NAMES[key]} = ${value(key)}`, key)),
    ...rule(experiment.optimizer),
    ...around(experiment),
  ]
}

function rule({ kind, schedule }: OptimizerSettings): CodeLine[] {
  const made = (head: string, ...rest: readonly string[]) =>
    call(
      `const optimizer = ${head}`,
      ['learningRate', ...rest].map((text) => argument(text, 'optimizer')),
      { indent: '  ' },
    )
  switch (kind) {
    case 'sgd':
      return made('tf.train.sgd')
    case 'momentum':
    case 'nesterov': {
      const nesterov = kind === 'nesterov'
      if (schedule !== 'constant') return [...momentumClass(nesterov), ...made('new Momentum')]
      return made('tf.train.momentum', 'momentum', ...(nesterov ? ['true /* Nesterov */'] : []))
    }
    case 'adagrad':
      return [...adagradClass(), ...made('new Adagrad')]
    case 'rmsprop':
      return made('tf.train.rmsprop', 'rho', '0 /* momentum */', 'epsilon')
    case 'adam':
    case 'adamw':
      return made('tf.train.adam', 'beta1', 'beta2', 'epsilon')
    default:
      return kind satisfies never
  }
}

/** A rule that keeps one number beside every weight. */
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

/** What comes before and after the rule's own update. */
function around(experiment: Experiment): CodeLine[] {
  const { optimizer, regularization } = experiment
  const value = settingsOf(experiment)
  const { kind, clipNorm } = optimizer
  const shrinks = regularization.proximal && regularization.l1 > 0
  const decays = kind === 'adamw'
  if (clipNorm === null && !shrinks && !decays) return []
  const missing = [
    ...(decays ? ['AdamW'] : []),
    ...(clipNorm === null ? [] : ['global clipping']),
    ...(shrinks ? ['proximal steps'] : []),
  ]
  return [
    ...plain(
      `
// What TensorFlow.js lacks is put around its update:
// ${missing.join(', ')}.
const update = optimizer.applyGradients.bind(optimizer)
const change = (name, to) => {
  const w = tf.engine().registeredVariables[name]
  w.assign(to(w))
}`.replace(/\nconst change[^}]*\}/, decays || shrinks ? '$&' : ''),
    ),
    ...plain('optimizer.applyGradients = (gradients) =>\n  tf.tidy(() => {'),
    ...(clipNorm === null
      ? []
      : [
          ...plain(`    const squares = gradients.map(({ tensor }) =>
      tensor.square().sum(),
    )
    const norm = tf.addN(squares).sqrt()`),
          line(`    const factor = tf.minimum(1, tf.div(${value('clip-norm')}, norm))`, 'clip-norm'),
        ]),
    ...(decays
      ? [
          line(`    const decay = optimizer.learningRate * ${value('weight-decay')}`, 'weight-decay'),
          ...plain(`    for (const { name } of gradients)
      change(name, (w) => w.mul(1 - decay))`),
        ]
      : []),
    ...(clipNorm === null
      ? plain('    update(gradients)')
      : plain(`    update(
      gradients.map(({ name, tensor }) => ({
        name,
        tensor: tensor.mul(factor),
      })),
    )`)),
    ...(shrinks
      ? [
          line(`    const step = optimizer.learningRate * ${value('l1')}`, 'l1', 'proximal'),
          ...plain(`    const shrunk = (w) =>
      w.sign().mul(w.abs().sub(step).relu())
    for (const { name } of gradients)
      if (name.includes('kernel')) change(name, shrunk)`),
        ]
      : []),
    ...plain('  })\n'),
  ]
}
