/**
 * From settings to the three parts. Each part has streams of its own, so its samples never depend on how many the
 * others have; every sample draws equally often, so noise moves points and changes nothing else; more samples only
 * ever add samples at the end.
 */
import { type DataSettings, type Experiment, PARTS, type Part } from '../experiment/experiment.ts'
import { permutation, type Random, stream } from '../random.ts'
import type { Source } from '../table/source.ts'
import { type Numbers, tableOf } from '../table/table.ts'
import { computeFeatures, inputNames } from './features.ts'
import { dataSet, type GeneratedSet, type StoredSet } from './registry.ts'

export interface Samples<N extends Numbers = Float32Array> {
  readonly count: number
  /** Row-major, `inputSize` numbers a sample. */
  readonly inputs: N
  /** Class number or regression target of each sample, label noise included. */
  readonly targets: N
  /** 1 where label noise replaced the class. */
  readonly flipped: Uint8Array
}

/** In the units of the data; float64 where a person's table does not fit into float32. */
export type RawSamples = Samples<Numbers>

export interface Dataset<N extends Numbers = Float32Array> {
  /** Numbers a sample has in `parts`. */
  readonly inputSize: number
  readonly parts: Readonly<Record<Part, Samples<N>>>
}

/** The samples as they are drawn on the page: raw coordinates or pixels 0..1, nothing standardized. */
export function rawDataset(experiment: Experiment, source?: Source): Dataset<Numbers> {
  const part = sampler(experiment, source)
  return {
    inputSize: dataSet(experiment.data).inputs,
    parts: { train: part('train'), validation: part('validation'), test: part('test') },
  }
}

/** One part of them, at its own cost alone. */
export function rawSamples(experiment: Experiment, part: Part, source?: Source): RawSamples {
  return sampler(experiment, source)(part)
}

/** What the network gets: features computed, inputs and real numbers to predict standardized by the training part. */
export function networkDataset(experiment: Experiment, source?: Source): Dataset {
  const raw = rawDataset(experiment, source)
  const encode = encoderFrom(experiment.data, () => raw.parts.train)
  const scaling = targetScaling(experiment.data, () => raw.parts.train.targets)
  const encoded = (part: Part): Samples => {
    const { inputs, targets, ...rest } = raw.parts[part]
    return {
      ...rest,
      inputs: encode(inputs),
      targets: scaling ? standardized(targets, scaling) : inFloat32(targets),
    }
  }
  const inputs = inputNames(experiment.data)?.length ?? raw.inputSize
  return {
    inputSize: inputs,
    parts: { train: encoded('train'), validation: encoded('validation'), test: encoded('test') },
  }
}

/**
 * What the network is to say to each sample of one part, in the units it is judged in: numbers of classes, label noise
 * included, or numbers standardized as in `networkDataset`. No input is looked at.
 */
export function networkTargets(experiment: Experiment, part: Part, source?: Source): Float32Array {
  const targets = rawTargets(experiment, part, source)
  const scaling = targetScaling(experiment.data, () => rawTargets(experiment, 'train', source))
  return scaling ? standardized(targets, scaling) : inFloat32(targets)
}

/** Rounds to float32 at the end alone. */
type Encode = (rows: Numbers) => Float32Array

/** Raw rows → rows for the network. */
export function inputEncoder(experiment: Experiment, source?: Source): Encode {
  return encoderFrom(experiment.data, () => rawSamples(experiment, 'train', source))
}

/** Outputs of the network → outputs in the units of the targets. */
export function outputDecoder(
  experiment: Experiment,
  source?: Source,
): (outputs: Float32Array) => Float32Array {
  const scaling = targetScaling(experiment.data, () => rawTargets(experiment, 'train', source))
  if (scaling === null) return (outputs) => outputs
  return (outputs) => outputs.map((value) => value * scaling.deviation[0]! + scaling.mean[0]!)
}

/** Standardizes by the training part's own mean and deviation; asks for that part only if it does. */
function encoderFrom(data: DataSettings, train: () => RawSamples): Encode {
  const columns = scaledColumns(data)
  if (columns === null) return (rows) => inFloat32(computeFeatures(data, rows))
  const scaling = columnScaling(computeFeatures(data, train().inputs), columns)
  return (rows) => standardized(computeFeatures(data, rows), scaling)
}

/** How many columns are standardized, each by itself; null for none. A series is one column, whatever the window. */
function scaledColumns(data: DataSettings): number | null {
  const { shape, kind } = dataSet(data)
  if (!data.standardize || shape.kind === 'image') return null
  if (shape.kind === 'sequence') return kind === 'stored' ? shape.features : null
  return inputNames(data)?.length ?? shape.size
}

/** Real numbers to predict come in any unit; generated ones are as large as they are meant to be. */
function targetScaling(data: DataSettings, trainTargets: () => Numbers): Scaling | null {
  const { kind, task } = dataSet(data)
  if (!data.standardize || kind === 'generated' || task === 'classes') return null
  return columnScaling(trainTargets(), 1)
}

interface Scaling {
  readonly mean: Float64Array
  readonly deviation: Float64Array
}

/** Mean and population deviation of each column; a constant column keeps deviation 1. */
function columnScaling(rows: Numbers, columns: number): Scaling {
  const count = rows.length / columns
  const mean = new Float64Array(columns)
  const deviation = new Float64Array(columns)
  for (let i = 0; i < rows.length; i++) mean[i % columns]! += rows[i]! / count
  for (let i = 0; i < rows.length; i++)
    deviation[i % columns]! += (rows[i]! - mean[i % columns]!) ** 2 / count
  for (let j = 0; j < columns; j++) deviation[j] = Math.sqrt(deviation[j]!) || 1
  return { mean, deviation }
}

/** Centred and scaled in float64, then rounded: values whose spread is small beside their size stay different values. */
function standardized(rows: Numbers, { mean, deviation }: Scaling): Float32Array {
  const columns = mean.length
  const out = new Float32Array(rows.length)
  for (let i = 0; i < rows.length; i++) out[i] = (rows[i]! - mean[i % columns]!) / deviation[i % columns]!
  return out
}

const inFloat32 = (rows: Numbers) => (rows instanceof Float32Array ? rows : Float32Array.from(rows))

type Sampler = (part: Part) => RawSamples

function sampler({ data, seed }: Experiment, source?: Source): Sampler {
  const set = dataSet(data)
  if (set.kind === 'generated') return generated(set, data, seed.data)
  return picked(set, data, seed.data, source ?? ownSource(data))
}

/** Numbers that the experiment carries, or refers to. */
export function ownSource({ set, points = [], rows }: DataSettings): Source | undefined {
  if (set === 'rows') return rows && tableOf(rows.digest)?.source
  if (set !== 'drawn') return undefined
  const places = points.map(([x, y]) => [x, y])
  return {
    inputs: Float32Array.from(places.flat()),
    targets: Uint8Array.from(points, ([, , label]) => label),
  }
}

function generated(set: GeneratedSet, data: DataSettings, seed: number): Sampler {
  return (name) => {
    const count = data[name]
    const path = [data.set, name] as const
    const where = stream(seed, ...path, 'where')
    const jitter = stream(seed, ...path, 'jitter')
    const offset = stream(seed, ...path, 'offset').uniform()
    const inputs = new Float32Array(count * set.inputs)
    const targets = new Float32Array(count)
    for (let i = 0; i < count; i++) {
      const sample = set.generate(i, data.noise, where, jitter, offset)
      inputs.set(sample.inputs, i * set.inputs)
      targets[i] = sample.target
    }
    return withLabelNoise({ count, inputs, targets }, set.classes.length, data, name, seed)
  }
}

function picked(set: StoredSet, data: DataSettings, seed: number, source: Source | undefined): Sampler {
  if (!source) throw new Error(`${data.set} needs its samples`)
  const orders = ordersOf(set, data, source, seed)
  return (name) => {
    const count = data[name]
    const inputs = sameKind(source.inputs, count * set.inputs)
    const targets = sameKind(source.targets, count)
    for (let i = 0; i < count; i++) {
      const from = orders(name, i)
      const at = set.order === 'series' ? from : from * set.inputs
      targets[i] = targetAt(set, source, from)
      for (let j = 0; j < set.inputs; j++) inputs[i * set.inputs + j] = source.inputs[at + j]! / set.scale
    }
    return withLabelNoise({ count, inputs, targets }, set.classes.length, data, name, seed)
  }
}

/** Window `from` of a series begins with its number `from`, and asks for the one that follows it. */
function targetAt(set: StoredSet, source: Source, from: number): number {
  return source.targets[set.order === 'series' ? from + set.inputs : from]!
}

/** The targets of `rawSamples` alone: of images, a thousandth of the work. */
function rawTargets({ data, seed }: Experiment, part: Part, given?: Source): Numbers {
  const set = dataSet(data)
  if (set.kind === 'generated') return generated(set, data, seed.data)(part).targets
  const source = given ?? ownSource(data)
  if (!source) throw new Error(`${data.set} needs its samples`)
  const orders = ordersOf(set, data, source, seed.data)
  const targets = sameKind(source.targets, data[part])
  for (let i = 0; i < targets.length; i++) targets[i] = targetAt(set, source, orders(part, i))
  const samples = { count: targets.length, inputs: new Float32Array(0), targets }
  return withLabelNoise(samples, set.classes.length, data, part, seed.data).targets
}

const sameKind = (numbers: Source['inputs'], length: number): Numbers =>
  numbers instanceof Float64Array ? new Float64Array(length) : new Float32Array(length)

/** Which sample of the source is number `index` of a part. */
function ordersOf(set: StoredSet, data: DataSettings, source: Source, seed: number) {
  if (set.order === 'series') return (part: Part, index: number) => place(part, index, set.available)
  if (set.order === 'given') {
    const rows = PARTS.map((_, part) => indicesOf(source.partOf!, part))
    return (part: Part, index: number) => rows[PARTS.indexOf(part)]![index]!
  }
  const random = stream(seed, data.set, 'order')
  if (set.classes.length === 0) {
    const order = permutation(set.available, random)
    return (part: Part, index: number) => order[place(part, index, order.length)]!
  }
  const order = balancedOrder(source.targets, set.classes.length, random)
  const evaluated = fairlyPaired(order, source.targets, set.classes.length)
  return (part: Part, index: number) =>
    (part === 'train' ? order : evaluated)[place(part, index, order.length)]!
}

/**
 * The order with neighbours changed so that validation and test, which take the pairs from the end apart, get as many of
 * each class: of ten equal classes, every second sample of a balanced order would be of the same five.
 */
function fairlyPaired(order: Int32Array, labels: ArrayLike<number>, classes: number): Int32Array {
  const paired = order.slice()
  /** How many more of each class test has than validation. */
  const lead = new Int32Array(classes)
  for (let last = order.length - 1; last > 0; last -= 2) {
    const [before, after] = [order[last - 1]!, order[last]!]
    const [a, b] = [labels[before]!, labels[after]!]
    const changed = lead[b]! > lead[a]!
    if (changed) paired.set([after, before], last - 1)
    lead[changed ? a : b]! += 1
    lead[changed ? b : a]! -= 1
  }
  return paired
}

function indicesOf(values: Uint8Array, wanted: number): number[] {
  return Array.from(values.keys()).filter((i) => values[i] === wanted)
}

/** For each sample of a part of a series, the place of its forecast among all that the series has. */
export function placesInTime({ data }: Experiment, part: Part): number[] {
  const { available } = dataSet(data)
  return Array.from({ length: data[part] }, (_, index) => place(part, index, available ?? data[part]))
}

/** Training samples come from the front; validation and test alternate from the end. No part can push another. */
function place(part: Part, index: number, total: number): number {
  if (part === 'train') return index
  return total - 1 - 2 * index - (part === 'test' ? 0 : 1)
}

/** An order in which every stretch has the classes in the proportions of the whole. */
function balancedOrder(labels: ArrayLike<number>, classes: number, random: Random): Int32Array {
  const members: number[][] = Array.from({ length: classes }, () => [])
  for (const i of permutation(labels.length, random)) members[labels[i]!]!.push(i)
  const ranked = members.flatMap((ids) => {
    const phase = random.uniform()
    return ids.map((id, i) => ({ id, rank: (i + phase) / ids.length }))
  })
  return Int32Array.from(
    ranked.sort((a, b) => a.rank - b.rank || a.id - b.id),
    ({ id }) => id,
  )
}

/** Labels are replaced in blocks of this many samples, so that the share is exact in every whole block. */
const BLOCK = 20

function withLabelNoise(
  samples: Omit<RawSamples, 'flipped'>,
  classes: number,
  data: DataSettings,
  part: Part,
  seed: number,
): RawSamples {
  const flipped = new Uint8Array(samples.count)
  const applies = classes > 1 && (data.labelNoiseIn === 'all' || part === 'train')
  if (!applies || data.labelNoise === 0) return { ...samples, flipped }
  const random = stream(seed, data.set, part, 'label')
  const targets = samples.targets.slice()
  for (let start = 0; start < samples.count; start += BLOCK) {
    const ranks = permutation(BLOCK, random)
    for (let i = 0; i < BLOCK; i++) {
      const level = (ranks[i]! + random.uniform()) / BLOCK
      const shift = 1 + random.below(classes - 1)
      const at = start + i
      if (at >= samples.count || level >= data.labelNoise) continue
      targets[at] = (targets[at]! + shift) % classes
      flipped[at] = 1
    }
  }
  return { ...samples, targets, flipped }
}
