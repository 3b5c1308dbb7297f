/**
 * Keras 3's optimizers in TensorFlow.js. Its own SGD, RMSprop and Adam are the same with the same settings, and its
 * momentum as long as the learning rate stays; Adagrad's epsilon is fixed and differs on WebGL, and AdamW, global
 * clipping and proximal steps are missing: these are written out.
 */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { type OptimizerSetting, optimizerTraits } from '../domain/experiment/optimizers.ts'
import { settingsOf } from './javascript.ts'
import { type CodeLine, line, plain } from './lines.ts'
import { OPTIMIZER_CODE } from './optimizers.ts'

/**
 * The names of settings in the program. Weight decay has none, because no optimizer of TensorFlow.js has it.
 */
const NAMES: Readonly<Record<Exclude<OptimizerSetting, 'weight-decay'>, string>> = {
  momentum: 'momentum',
  rho: 'rho',
  beta1: 'beta1',
  beta2: 'beta2',
  epsilon: 'epsilon',
  accumulator: 'accumulator',
}

export function optimizerLines(experiment: Experiment): CodeLine[] {
  const { kind, schedule } = experiment.optimizer
  const value = settingsOf(experiment)
  return [
    line(`const learningRate = ${value('lr')}`, 'lr'),
    ...optimizerTraits(kind).settings.flatMap((key) =>
      key === 'weight-decay' ? [] : [line(`const ${NAMES[key]} = ${value(key)}`, key)],
    ),
    ...OPTIMIZER_CODE[kind].tfjs.make(schedule !== 'constant'),
    ...around(experiment),
  ]
}

/** The lines before and after the optimizer's own update. */
function around(experiment: Experiment): CodeLine[] {
  const { optimizer, regularization } = experiment
  const value = settingsOf(experiment)
  const { kind, clipNorm } = optimizer
  const shrinks = regularization.proximal && regularization.l1 > 0
  const decays = optimizerTraits(kind).settings.includes('weight-decay')
  if (clipNorm === null && !shrinks && !decays) return []
  const missing = [
    ...(decays ? [OPTIMIZER_CODE[kind].keras.name] : []),
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
