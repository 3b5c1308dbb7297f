/** The settings of how long and in which order a run trains, when it stops early, and its seeds. */
import * as v from 'valibot'
import { MOST_ROWS } from '../table/table.ts'
import { count, countOrOff, flag, number, word } from './codecs.ts'
import { folded, integer, real, setting, shown } from './setting.ts'
import { among, around, log, onOff } from './sweep-defaults.ts'

export const MONITORS = ['validation-loss', 'validation-accuracy'] as const

export const TrainingSchema = v.strictObject({
  batchSize: v.optional(integer(1, MOST_ROWS), 10),
  epochs: v.optional(integer(1, 100_000), 400),
  shuffle: v.optional(v.boolean(), true),
})

export const EarlyStoppingSchema = v.strictObject({
  monitor: v.optional(v.picklist(MONITORS), 'validation-loss'),
  patience: v.optional(integer(0, 100_000), 20),
  minDelta: v.optional(real(0, 1000), 0),
  restoreBest: v.optional(v.boolean(), true),
  /** Epochs before this one are not judged (0-based, as in Keras). */
  startFromEpoch: v.optional(integer(0, 100_000), 0),
  /** Judged after every so many epochs; patience counts the judgements. */
  every: v.optional(integer(1, 100_000), 1),
})

const seed = integer(0, 2 ** 32 - 1)
export const SeedSchema = v.strictObject({
  data: v.optional(seed, 1),
  weights: v.optional(seed, 1),
  /** Order of the samples and dropout masks. */
  training: v.optional(seed, 1),
})

export const TRAINING_SETTINGS = {
  batch: setting(['training', 'batchSize'], count, shown('optimizer'), log('4 16 64 256')),
  epochs: setting(['training', 'epochs'], count, shown('stopping'), log('10 30 100 300')),
  shuffle: setting(['training', 'shuffle'], flag, folded('optimizer'), onOff),
}

export const EARLY_STOPPING_SETTINGS = {
  /** `off` is no early stopping at all. */
  patience: setting(['earlyStopping', 'patience'], countOrOff, shown('stopping'), around),
  monitor: setting(['earlyStopping', 'monitor'], word, folded('stopping'), among(MONITORS)),
  'min-delta': setting(['earlyStopping', 'minDelta'], number, folded('stopping'), around),
  'restore-best': setting(['earlyStopping', 'restoreBest'], flag, shown('stopping'), onOff),
  'start-from': setting(['earlyStopping', 'startFromEpoch'], count, folded('stopping'), around),
  'stop-every': setting(['earlyStopping', 'every'], count, folded('stopping'), around),
}

export const SEED_SETTINGS = {
  'seed-data': setting(['seed', 'data'], count, folded('data'), null),
  'seed-weights': setting(['seed', 'weights'], count, folded('model'), null),
  'seed-training': setting(['seed', 'training'], count, folded('optimizer'), null),
}
