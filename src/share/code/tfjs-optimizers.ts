/**
 * Keras 3's optimizers in TensorFlow.js. Its own SGD, RMSprop and Adam are the same with the same settings, and its
 * momentum as long as the learning rate stays; Adagrad's epsilon is fixed and differs on WebGL, and AdamW, global
 * clipping and proximal steps are missing: these are written out.
 */
import type { Experiment } from '../../domain/experiment.ts'
import { settingsOf } from './javascript.ts'
import { type Argument, argument, type CodeLine, call, line, plain } from './lines.ts'

export function optimizerLines(experiment: Experiment): CodeLine[] {
  return [...rule(experiment), ...around(experiment)]
}

function rule(experiment: Experiment): CodeLine[] {
  const value = settingsOf(experiment)
  const { kind, schedule } = experiment.optimizer
  const rate = argument(value('lr'), 'lr')
  const made = (head: string, ...rest: readonly Argument[]) =>
    call(`const optimizer = ${head}`, [rate, ...rest], { indent: '  ', of: ['optimizer'] })
  const said = (key: 'beta1' | 'beta2' | 'epsilon' | 'rho' | 'momentum') => argument(`${value(key)}`, key)
  switch (kind) {
    case 'sgd':
      return made('tf.train.sgd')
    case 'momentum':
    case 'nesterov': {
      if (schedule !== 'constant') return [...momentumClass(experiment), ...made('new Momentum')]
      return made(
        'tf.train.momentum',
        said('momentum'),
        ...(kind === 'nesterov' ? [argument('true /* Nesterov */', 'optimizer')] : []),
      )
    }
    case 'adagrad':
      return [...adagradClass(experiment), ...made('new Adagrad')]
    case 'rmsprop':
      return made('tf.train.rmsprop', said('rho'), argument('0 /* momentum */'), said('epsilon'))
    case 'adam':
    case 'adamw':
      return made('tf.train.adam', said('beta1'), said('beta2'), said('epsilon'))
    default:
      return kind satisfies never
  }
}

/** A rule that keeps one number beside every weight. */
function ruleClass(name: string, about: string, start: string, step: readonly CodeLine[]): CodeLine[] {
  return [
    ...plain(`${about}
class ${name} extends tf.SGDOptimizer {
  static className = '${name}'
  kept = {}

  applyGradients(gradients) {
    for (const { name, tensor: g } of gradients)
      tf.tidy(() => this.update(name, g))
  }

  update(name, g) {
    const rate = this.learningRate
    const w = tf.engine().registeredVariables[name]`),
    ...plain(start),
    ...step,
    ...plain('  }\n}\n'),
  ]
}

function momentumClass(experiment: Experiment): CodeLine[] {
  const value = settingsOf(experiment)
  const nesterov = experiment.optimizer.kind === 'nesterov'
  return ruleClass(
    'Momentum',
    `/** Keras' momentum: a velocity keeps the rates it was
 * made with, where tf.train.momentum rescales it. */`,
    `    const v = (this.kept[name] ??=
      tf.variable(tf.zerosLike(w), false))`,
    [
      line(`    const momentum = ${value('momentum')}`, 'momentum'),
      ...plain(`    const push = (velocity) =>
      velocity.mul(momentum).sub(g.mul(rate))
    v.assign(push(v))`),
      line(`    w.assign(w.add(${nesterov ? 'push(v)' : 'v'}))`, 'optimizer'),
    ],
  )
}

function adagradClass(experiment: Experiment): CodeLine[] {
  const value = settingsOf(experiment)
  return ruleClass('Adagrad', '/** tf.train.adagrad has an epsilon of its own. */', '', [
    line(`    const start = ${value('accumulator')}`, 'accumulator'),
    line(`    const epsilon = ${value('epsilon')}`, 'epsilon'),
    ...plain(`    const sum = (this.kept[name] ??=
      tf.variable(tf.fill(w.shape, start), false))
    sum.assign(sum.add(g.square()))
    const root = sum.add(epsilon).sqrt()
    w.assign(w.sub(g.div(root).mul(rate)))`),
  ]).filter(({ text }, i, all) => text !== '' || all[i - 1]?.text.includes('registered') !== true)
}

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
