/**
 * Every setting of an experiment under the one short name it has in links, in `hide=`, in run names and as the id of
 * its control. The order here is the order of links and run names.
 */

import type { DrawnPoint, Experiment } from '../experiment/experiment.ts'
import { defaultExperiment } from '../parsing/parse.ts'
import type { TableInfo } from '../table/table.ts'

export type SettingKey = keyof typeof SETTINGS

interface Setting {
  /** Where the value lives in an experiment. */
  readonly path: readonly [string] | readonly [string, string]
  /** Text → value; undefined if unreadable. What is readable may still be refused by the schema. */
  readonly read: (text: string) => unknown
  readonly write: (value: unknown) => string
}

const word = { read: (text: string) => text, write: String }

const number = {
  read: (text: string) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined),
  write: String,
}

/** A number in a list. What is none stays the text it is, so that whoever refuses it can quote it. */
const numberIn = (text: string) => number.read(text) ?? text

const flag = {
  read: (text: string) => (text === '1' ? true : text === '0' ? false : undefined),
  write: (value: unknown) => (value ? '1' : '0'),
}

const words = {
  read: (text: string) => text.split(','),
  write: (value: unknown) => (value as string[]).join(','),
}

const numberOrOff = {
  read: (text: string) => (text === 'off' ? null : number.read(text)),
  write: (value: unknown) => (value === null ? 'off' : String(value)),
}

/** `64,32:tanh,16:relu:0.5`: units, then whatever the layer has of its own. `none` is no hidden layer. */
const layers = {
  read(text: string) {
    if (text === 'none') return []
    return text.split(',').map((layer) => {
      const [units = '', ...rest] = layer.split(':')
      const own = rest.map((item) => {
        const dropout = number.read(item)
        return dropout === undefined ? { activation: item } : { dropout }
      })
      return Object.assign({ units: numberIn(units) }, ...own)
    })
  },
  write(value: unknown) {
    const written = (value as Experiment['model']['layers']).map(({ units, activation, dropout }) =>
      [units, activation, dropout].filter((item) => item !== undefined).join(':'),
    )
    return written.length === 0 ? 'none' : written.join(',')
  },
}

/** `8,16:3:2`: filters, then convolutions one after another and the pooling where they are not one and 2. */
const blocks = {
  read: (text: string) =>
    text.split(',').map((block) => {
      const [filters, layers = 1, pool = 2] = block.split(':').map(numberIn)
      return { filters, layers, pool }
    }),
  write: (value: unknown) =>
    (value as Experiment['model']['blocks'])
      .map(({ filters, layers, pool }) => {
        if (pool !== 2) return `${filters}:${layers}:${pool}`
        return layers === 1 ? String(filters) : `${filters}:${layers}`
      })
      .join(','),
}

/** `0:1.2,-3;1:0.5,2`: points by class, x before y, in the order they were drawn. */
const points = {
  read: (text: string) =>
    text === ''
      ? []
      : text.split(';').map((point) => {
          const [label = '', place = ''] = point.split(':')
          const [x = '', y = ''] = place.split(',')
          return [numberIn(x), numberIn(y), numberIn(label)]
        }),
  write: (value: unknown) =>
    (value as readonly DrawnPoint[]).map(([x, y, label]) => `${label}:${x},${y}`).join(';'),
}

/** A table stays where it was read: a link names it and cannot carry it. */
const table = {
  read: (text: string) => ({ digest: text }),
  write: (value: unknown) => (value as TableInfo).digest,
}

export const SETTINGS = {
  data: { path: ['data', 'set'], ...word },
  train: { path: ['data', 'train'], ...number },
  validation: { path: ['data', 'validation'], ...number },
  test: { path: ['data', 'test'], ...number },
  noise: { path: ['data', 'noise'], ...number },
  'label-noise': { path: ['data', 'labelNoise'], ...number },
  'label-noise-in': { path: ['data', 'labelNoiseIn'], ...word },
  length: { path: ['data', 'length'], ...number },
  features: { path: ['data', 'features'], ...words },
  degree: { path: ['data', 'degree'], ...number },
  standardize: { path: ['data', 'standardize'], ...flag },
  points: { path: ['data', 'points'], ...points },
  rows: { path: ['data', 'rows'], ...table },
  model: { path: ['model', 'kind'], ...word },
  blocks: { path: ['model', 'blocks'], ...blocks },
  kernel: { path: ['model', 'kernel'], ...number },
  layers: { path: ['model', 'layers'], ...layers },
  activation: { path: ['model', 'activation'], ...word },
  init: { path: ['model', 'initializer'], ...word },
  dropout: { path: ['regularization', 'dropout'], ...number },
  l1: { path: ['regularization', 'l1'], ...number },
  l2: { path: ['regularization', 'l2'], ...number },
  proximal: { path: ['regularization', 'proximal'], ...flag },
  loss: { path: ['loss'], ...word },
  optimizer: { path: ['optimizer', 'kind'], ...word },
  lr: { path: ['optimizer', 'learningRate'], ...number },
  momentum: { path: ['optimizer', 'momentum'], ...number },
  rho: { path: ['optimizer', 'rho'], ...number },
  beta1: { path: ['optimizer', 'beta1'], ...number },
  beta2: { path: ['optimizer', 'beta2'], ...number },
  epsilon: { path: ['optimizer', 'epsilon'], ...number },
  accumulator: { path: ['optimizer', 'initialAccumulator'], ...number },
  'weight-decay': { path: ['optimizer', 'weightDecay'], ...number },
  'clip-norm': { path: ['optimizer', 'clipNorm'], ...numberOrOff },
  schedule: { path: ['optimizer', 'schedule'], ...word },
  'decay-rate': { path: ['optimizer', 'decayRate'], ...number },
  'decay-every': { path: ['optimizer', 'decayEvery'], ...number },
  batch: { path: ['training', 'batchSize'], ...number },
  epochs: { path: ['training', 'epochs'], ...number },
  shuffle: { path: ['training', 'shuffle'], ...flag },
  /** `off` is no early stopping at all. */
  patience: { path: ['earlyStopping', 'patience'], ...numberOrOff },
  monitor: { path: ['earlyStopping', 'monitor'], ...word },
  'min-delta': { path: ['earlyStopping', 'minDelta'], ...number },
  'restore-best': { path: ['earlyStopping', 'restoreBest'], ...flag },
  'start-from': { path: ['earlyStopping', 'startFromEpoch'], ...number },
  'seed-data': { path: ['seed', 'data'], ...number },
  'seed-weights': { path: ['seed', 'weights'], ...number },
  'seed-training': { path: ['seed', 'training'], ...number },
} as const satisfies Record<string, Setting>

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[]

export function isSetting(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key)
}

/** Read at every change of every control: parsed once. */
const defaults = defaultExperiment()

/** A setting's value, or its default where early stopping is off. */
export function settingOrDefault(experiment: Experiment, key: SettingKey): unknown {
  return settingValue(experiment, key) ?? settingValue(defaults, key)
}

/** A setting's value; undefined where the experiment has none, null for the patience of no early stopping. */
export function settingValue(experiment: Experiment, key: SettingKey): unknown {
  const [group, name] = SETTINGS[key].path
  const value = (experiment as Record<string, unknown>)[group]
  if (name === undefined) return value
  if (value === null) return key === 'patience' ? null : undefined
  return (value as Record<string, unknown>)[name]
}

/** The value as a link writes it; null where the experiment has no such setting. */
export function settingText(experiment: Experiment, key: SettingKey): string | null {
  const value = settingValue(experiment, key)
  return value === undefined ? null : SETTINGS[key].write(value)
}

/** As `putSetting`, from the text of a link; undefined if the text is unreadable. */
export function withSetting(experiment: object, key: SettingKey, text: string): object | undefined {
  const value = SETTINGS[key].read(text)
  return value === undefined ? undefined : putSetting(experiment, key, value)
}

/** The experiment as plain JSON with one setting put in, unchecked. A new data set or table takes its own default loss along. */
export function putSetting(experiment: object, key: SettingKey, value: unknown): object {
  const [group, name] = SETTINGS[key].path
  const plain = experiment as Record<string, unknown>
  if (name === undefined) return { ...plain, [group]: value }
  if (key === 'patience' && value === null) return { ...plain, earlyStopping: null }
  const next = { ...plain, [group]: { ...((plain[group] as object | null) ?? {}), [name]: value } }
  return key === 'data' || key === 'rows' ? { ...next, loss: undefined } : next
}

/** What a person drew or read in belongs to the set that shows it; beside another it is kept and says nothing. */
function carried({ data }: Experiment, key: SettingKey): boolean {
  if (key === 'points') return data.set === 'drawn'
  return key !== 'rows' || data.set === 'rows'
}

export interface Change {
  readonly key: SettingKey
  readonly from: string
  readonly to: string
}

/**
 * What differs between two experiments, as links would write it. What early stopping would be told counts as its
 * default while it is off, so that switching it on is one change, not five.
 */
export function changes(from: Experiment, to: Experiment): Change[] {
  const text = (experiment: Experiment, key: SettingKey) =>
    settingText(experiment, key) ?? settingText(defaults, key) ?? ''
  return SETTING_KEYS.filter((key) => carried(to, key))
    .map((key) => ({ key, from: text(from, key), to: text(to, key) }))
    .filter((change) => change.from !== change.to)
}
