/**
 * From settings to the three parts. Each part has streams of its own, so its samples never depend on how many the
 * others have; every sample draws equally often, so noise moves points and changes nothing else; more samples only
 * ever add samples at the end.
 */
import type { DataSettings, Experiment, Part } from '../experiment.ts'
import { permutation, type Random, stream } from '../random.ts'
import { computeFeatures, inputNames } from './features.ts'
import { dataSet, type GeneratedSet, type PackedSet } from './registry.ts'

export interface Samples {
  readonly count: number
  /** Row-major, `inputSize` numbers a sample. */
  readonly inputs: Float32Array
  /** Class number or regression target of each sample, label noise included. */
  readonly targets: Float32Array
  /** 1 where label noise replaced the class. */
  readonly flipped: Uint8Array
}

export interface Dataset {
  /** Numbers a sample has in `parts`. */
  readonly inputSize: number
  readonly parts: Readonly<Record<Part, Samples>>
}

/** A packed file, unpacked: one byte a pixel, row-major, and one byte a label. */
export interface PackedSource {
  readonly pixels: Uint8Array
  readonly labels: Uint8Array
}

/** The samples as they are drawn on the page: raw coordinates or pixels 0..1, nothing standardized. */
export function rawDataset(experiment: Experiment, source?: PackedSource): Dataset {
  const part = sampler(experiment, source)
  return {
    inputSize: dataSet(experiment.data.set).inputs,
    parts: { train: part('train'), validation: part('validation'), test: part('test') },
  }
}

/** One part of them, at its own cost alone. */
export function rawSamples(experiment: Experiment, part: Part, source?: PackedSource): Samples {
  return sampler(experiment, source)(part)
}

/** What the network gets: features computed, standardized by the training part. */
export function networkDataset(experiment: Experiment, source?: PackedSource): Dataset {
  const raw = rawDataset(experiment, source)
  const encode = encoderFrom(experiment.data, () => raw.parts.train)
  const encoded = (part: Part): Samples => ({ ...raw.parts[part], inputs: encode(raw.parts[part].inputs) })
  const inputs = inputNames(experiment.data)?.length ?? raw.inputSize
  return {
    inputSize: inputs,
    parts: { train: encoded('train'), validation: encoded('validation'), test: encoded('test') },
  }
}

type Encode = (rows: Float32Array) => Float32Array

/** Raw rows → rows for the network. */
export function inputEncoder(experiment: Experiment, source?: PackedSource): Encode {
  return encoderFrom(experiment.data, () => rawSamples(experiment, 'train', source))
}

/** Standardizes by the training part's own mean and deviation; asks for that part only if it does. */
function encoderFrom(data: DataSettings, train: () => Samples): Encode {
  const names = inputNames(data)
  if (names === null || !data.standardize) return (rows) => computeFeatures(data, rows)
  const scaling = columnScaling(computeFeatures(data, train().inputs), names.length)
  return (rows) => standardized(computeFeatures(data, rows), scaling)
}

interface Scaling {
  readonly mean: Float64Array
  readonly deviation: Float64Array
}

/** Mean and population deviation of each column; a constant column keeps deviation 1. */
function columnScaling(rows: Float32Array, columns: number): Scaling {
  const count = rows.length / columns
  const mean = new Float64Array(columns)
  const deviation = new Float64Array(columns)
  for (let i = 0; i < rows.length; i++) mean[i % columns]! += rows[i]! / count
  for (let i = 0; i < rows.length; i++)
    deviation[i % columns]! += (rows[i]! - mean[i % columns]!) ** 2 / count
  for (let j = 0; j < columns; j++) deviation[j] = Math.sqrt(deviation[j]!) || 1
  return { mean, deviation }
}

function standardized(rows: Float32Array, { mean, deviation }: Scaling): Float32Array {
  const columns = mean.length
  return rows.map((value, i) => (value - mean[i % columns]!) / deviation[i % columns]!)
}

type Sampler = (part: Part) => Samples

function sampler({ data, seed }: Experiment, source?: PackedSource): Sampler {
  const set = dataSet(data.set)
  return set.kind === 'generated' ? generated(set, data, seed.data) : picked(set, data, seed.data, source)
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

function picked(set: PackedSet, data: DataSettings, seed: number, source?: PackedSource): Sampler {
  if (!source) throw new Error(`${data.set} needs its packed file`)
  const order = balancedOrder(source.labels, set.classes.length, stream(seed, data.set, 'order'))
  return (name) => {
    const count = data[name]
    const inputs = new Float32Array(count * set.inputs)
    const targets = new Float32Array(count)
    for (let i = 0; i < count; i++) {
      const from = order[place(name, i, order.length)]!
      targets[i] = source.labels[from]!
      for (let j = 0; j < set.inputs; j++)
        inputs[i * set.inputs + j] = source.pixels[from * set.inputs + j]! / 255
    }
    return withLabelNoise({ count, inputs, targets }, set.classes.length, data, name, seed)
  }
}

/** Training samples come from the front; validation and test alternate from the end. No part can push another. */
function place(part: Part, index: number, total: number): number {
  if (part === 'train') return index
  return total - 1 - 2 * index - (part === 'test' ? 0 : 1)
}

/** An order in which every stretch has the classes in the proportions of the whole. */
function balancedOrder(labels: Uint8Array, classes: number, random: Random): Int32Array {
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
  samples: Omit<Samples, 'flipped'>,
  classes: number,
  data: DataSettings,
  part: Part,
  seed: number,
): Samples {
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
