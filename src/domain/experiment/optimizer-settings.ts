/** The settings of the loss and of the optimizer that minimizes it. */
import * as v from 'valibot'
import { count, number, numberOrOff, word } from './codecs.ts'
import { OPTIMIZERS } from './optimizers.ts'
import { folded, integer, real, setting, share, shown } from './setting.ts'
import { among, around, log } from './sweep-defaults.ts'

export const LOSSES = ['cross-entropy', 'mse'] as const
export const SCHEDULES = ['constant', 'step', 'exponential', 'cosine'] as const

export const LossSchema = v.picklist(LOSSES)

export const OptimizerSchema = v.strictObject({
  kind: v.optional(v.picklist(OPTIMIZERS), 'adam'),
  learningRate: v.optional(real(0, 1000), 0.003),
  momentum: v.optional(share, 0.9),
  rho: v.optional(share, 0.9),
  beta1: v.optional(share, 0.9),
  beta2: v.optional(share, 0.999),
  epsilon: v.optional(real(0, 1), 1e-7),
  initialAccumulator: v.optional(real(0, 1000), 0.1),
  /** Decoupled decay of AdamW (Keras' default). */
  weightDecay: v.optional(real(0, 10), 0.004),
  /** Largest norm of the whole gradient, or null. */
  clipNorm: v.optional(v.nullable(real(1e-9, 1e9)), null),
  schedule: v.optional(v.picklist(SCHEDULES), 'constant'),
  /** What `step` and `exponential` multiply the learning rate by every `decayEvery` epochs. */
  decayRate: v.optional(real(1e-6, 1), 0.5),
  decayEvery: v.optional(integer(1, 100_000), 50),
})

export const LOSS_SETTINGS = {
  loss: setting(['loss'], word, shown('optimizer'), among(LOSSES)),
}

export const OPTIMIZER_SETTINGS = {
  optimizer: setting(
    ['optimizer', 'kind'],
    word,
    shown('optimizer'),
    among(OPTIMIZERS, 'sgd momentum adagrad rmsprop adam'),
  ),
  lr: setting(
    ['optimizer', 'learningRate'],
    number,
    shown('optimizer'),
    log('0.0003 0.001 0.003 0.01 0.03 0.1'),
  ),
  momentum: setting(['optimizer', 'momentum'], number, folded('optimizer'), around),
  rho: setting(['optimizer', 'rho'], number, folded('optimizer'), around),
  beta1: setting(['optimizer', 'beta1'], number, folded('optimizer'), around),
  beta2: setting(['optimizer', 'beta2'], number, folded('optimizer'), around),
  epsilon: setting(['optimizer', 'epsilon'], number, folded('optimizer'), around),
  accumulator: setting(['optimizer', 'initialAccumulator'], number, folded('optimizer'), around),
  'weight-decay': setting(['optimizer', 'weightDecay'], number, folded('optimizer'), log(null)),
  'clip-norm': setting(['optimizer', 'clipNorm'], numberOrOff, folded('optimizer'), around),
  schedule: setting(['optimizer', 'schedule'], word, folded('optimizer'), among(SCHEDULES)),
  'decay-rate': setting(['optimizer', 'decayRate'], number, folded('optimizer'), around),
  'decay-every': setting(['optimizer', 'decayEvery'], count, folded('optimizer'), around),
}
