/** Penalties of weights, which TensorFlow.js' own regularizers can only partly do. */
import type { Experiment } from '../domain/experiment/experiment.ts'
import { isRecurrent } from '../domain/network/model-kinds.ts'
import { settingsOf } from './javascript.ts'
import { type Argument, argument, type CodeLine, call, indented, line, plain } from './lines.ts'

type Penalty = 'none' | 'regularizer' | 'written'

/**
 * TensorFlow.js' L1 has a slope at weights of exactly 0, and its recurrent layers do not report the penalties
 * of their cells.
 */
export function penaltyOf({ model, regularization: { l1, l2, proximal } }: Experiment): Penalty {
  const slope = !proximal && l1 > 0
  if (!slope && l2 === 0) return 'none'
  return slope || isRecurrent(model.kind) ? 'written' : 'regularizer'
}

export function writtenPenalty(experiment: Experiment): CodeLine[] {
  if (penaltyOf(experiment) !== 'written') return []
  const value = settingsOf(experiment)
  const { l1, l2, proximal } = experiment.regularization
  const terms = [
    ...(l1 > 0 && !proximal ? [argument(`w.mul(w.sign()).sum().mul(${value('l1')})`, 'l1')] : []),
    ...(l2 > 0 ? [argument(`w.square().sum().mul(${value('l2')})`, 'l2')] : []),
  ]
  const [only] = terms
  return [
    ...plain(`
// Penalties of kernels. Recurrent layers forget their
// regularizers; tf.regularizers.l1 moves weights of 0.
const penalty = (w) =>`),
    ...(terms.length === 1
      ? [line(`  ${only!.text}`, ...only!.settings)]
      : indented(call('tf.addN', terms, { open: '([', close: '])', indent: '  ', width: 0 }), '  ')),
    ...plain(`for (const layer of model.layers)
  for (const weight of layer.trainableWeights)
    if (weight.name.includes('kernel'))
      layer.addLoss(() => penalty(weight.read()))
`),
  ]
}

export const penalty = (experiment: Experiment): Argument[] =>
  penaltyOf(experiment) === 'regularizer' ? [argument('kernelRegularizer: regularizer', 'l2')] : []
