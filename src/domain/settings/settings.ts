/**
 * Every setting of an experiment under the one short name it has in links, in `hide=`, in run names and as the id of
 * its control. The order here is the order of links and run names. What is about a setting alone stands here: where it
 * lives, how links write it, where the page shows it, and what a sweep over it begins with.
 */

import {
  ACTIVATIONS,
  DATA_SETS,
  type Experiment,
  INITIALIZERS,
  LOSSES,
  MODEL_KINDS,
  MONITORS,
  OPTIMIZERS,
  SCHEDULES,
} from '../experiment/experiment.ts'
import {
  blocks,
  type Codec,
  count,
  countOrOff,
  flag,
  layers,
  number,
  numberOrOff,
  points,
  table,
  word,
  words,
} from './codecs.ts'
import { among, around, linear, log, onOff, type SweepDefaults } from './sweep-defaults.ts'

export const PANELS = ['data', 'model', 'regularization', 'optimizer', 'stopping'] as const
export type Panel = (typeof PANELS)[number]

interface Setting<Path> extends Codec {
  readonly path: Path
  readonly panel: Panel
  /** Whether most experiments leave it alone: it stands under "More settings". */
  readonly folded: boolean
  /** null where it cannot be swept. */
  readonly sweep: SweepDefaults | null
}

type Groups = Omit<Experiment, 'version'>
/** Where values live in an experiment. */
type Path = {
  readonly [Group in keyof Groups]: Groups[Group] extends string
    ? readonly [Group]
    : Fields<Group, NonNullable<Groups[Group]>>
}[keyof Groups]
type Fields<Group, Of> = { readonly [Name in keyof Of & string]-?: readonly [Group, Name] }[keyof Of & string]

function setting<const P extends Path>(
  path: P,
  codec: Codec,
  place: Pick<Setting<P>, 'panel' | 'folded'>,
  sweep: SweepDefaults | null,
): Setting<P> {
  return { ...codec, path, ...place, sweep }
}

const shown = (panel: Panel) => ({ panel, folded: false })
const folded = (panel: Panel) => ({ panel, folded: true })

export const SETTINGS = {
  data: setting(
    ['data', 'set'],
    word,
    shown('data'),
    among(DATA_SETS.filter((set) => set !== 'drawn' && set !== 'rows')),
  ),
  train: setting(['data', 'train'], count, shown('data'), log('30 100 300 1000')),
  validation: setting(['data', 'validation'], count, shown('data'), around),
  test: setting(['data', 'test'], count, shown('data'), null),
  noise: setting(['data', 'noise'], number, shown('data'), linear('0 0.1 0.2 0.3 0.5')),
  'label-noise': setting(['data', 'labelNoise'], number, shown('data'), linear('0 0.1 0.2 0.3')),
  'label-noise-in': setting(['data', 'labelNoiseIn'], word, folded('data'), around),
  length: setting(['data', 'length'], count, shown('data'), around),
  features: setting(['data', 'features'], words, folded('data'), around),
  degree: setting(['data', 'degree'], count, folded('data'), linear('1 2 3 5 8 12')),
  standardize: setting(['data', 'standardize'], flag, folded('data'), onOff),
  points: setting(['data', 'points'], points, shown('data'), null),
  rows: setting(['data', 'rows'], table, shown('data'), null),
  model: setting(['model', 'kind'], word, shown('model'), among(MODEL_KINDS)),
  blocks: setting(['model', 'blocks'], blocks, shown('model'), around),
  kernel: setting(['model', 'kernel'], count, folded('model'), among(['1', '3', '5', '7'])),
  layers: setting(['model', 'layers'], layers, shown('model'), linear('none 8 64,64')),
  activation: setting(['model', 'activation'], word, shown('model'), among(ACTIVATIONS, 'sigmoid tanh relu')),
  init: setting(
    ['model', 'initializer'],
    word,
    folded('model'),
    among(INITIALIZERS, 'glorot-uniform he-uniform zeros'),
  ),
  dropout: setting(['regularization', 'dropout'], number, shown('regularization'), linear('0 0.2 0.5 0.8')),
  l1: setting(['regularization', 'l1'], number, shown('regularization'), log('0 0.0001 0.001 0.01')),
  l2: setting(['regularization', 'l2'], number, shown('regularization'), log('0 0.0001 0.001 0.01 0.1')),
  proximal: setting(['regularization', 'proximal'], flag, shown('regularization'), onOff),
  loss: setting(['loss'], word, shown('optimizer'), among(LOSSES)),
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
  batch: setting(['training', 'batchSize'], count, shown('optimizer'), log('4 16 64 256')),
  epochs: setting(['training', 'epochs'], count, shown('stopping'), log('10 30 100 300')),
  shuffle: setting(['training', 'shuffle'], flag, folded('optimizer'), onOff),
  /** `off` is no early stopping at all. */
  patience: setting(['earlyStopping', 'patience'], countOrOff, shown('stopping'), around),
  monitor: setting(['earlyStopping', 'monitor'], word, folded('stopping'), among(MONITORS)),
  'min-delta': setting(['earlyStopping', 'minDelta'], number, folded('stopping'), around),
  'restore-best': setting(['earlyStopping', 'restoreBest'], flag, shown('stopping'), onOff),
  'start-from': setting(['earlyStopping', 'startFromEpoch'], count, folded('stopping'), around),
  'seed-data': setting(['seed', 'data'], count, folded('data'), null),
  'seed-weights': setting(['seed', 'weights'], count, folded('model'), null),
  'seed-training': setting(['seed', 'training'], count, folded('optimizer'), null),
}

/** Does not compile, and names the path, where a part of an experiment has no setting. */
type Covered = (typeof SETTINGS)[SettingKey]['path']
true satisfies Exclude<Path, Covered> extends never ? true : Exclude<Path, Covered>

export type SettingKey = keyof typeof SETTINGS
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[]

export function isSetting(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key)
}
