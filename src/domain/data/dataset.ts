/**
 * From settings to the three parts. Each part has streams of its own, so its samples never depend on how many the
 * others have; every sample draws equally often, so noise moves points and changes nothing else; more samples only
 * ever add samples at the end.
 */
import type { DataSettings, Experiment, Part } from '../experiment/experiment.ts'
import { stream } from '../random.ts'
import type { Source } from '../table/source.ts'
import { type Numbers, Table } from '../table/table.ts'
import { computeFeatures, inputNames } from './features.ts'
import { withLabelNoise } from './label-noise.ts'
import { dataSet, type GeneratedSet, type StoredSet } from './registry.ts'
import { sampleOrders } from './sample-orders.ts'
import type { RawSamples, Samples } from './samples.ts'
import { columnScaling, type Scaling, standardized } from './scaling.ts'

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

/** Computes one part alone, without the others. */
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

/** Turns raw rows into rows for the network; rounds to float32 only at the end. */
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

const inFloat32 = (rows: Numbers) => (rows instanceof Float32Array ? rows : Float32Array.from(rows))

type Sampler = (part: Part) => RawSamples

function sampler({ data, seed }: Experiment, source?: Source): Sampler {
  const set = dataSet(data)
  if (set.kind === 'generated') return generated(set, data, seed.data)
  return picked(set, data, seed.data, source ?? ownSource(data))
}

/** The samples that the experiment carries: drawn points, or a table. One that was sent left its table's rows behind. */
export function ownSource({ set, points = [], rows }: DataSettings): Source | undefined {
  if (set === 'rows') return rows instanceof Table ? rows.source : undefined
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
  const orders = sampleOrders(set, data, source, seed)
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

/**
 * The target of sample `from`. In a series, window `from` begins with the number at `from`, and its target is
 * the number after the window.
 */
function targetAt(set: StoredSet, source: Source, from: number): number {
  return source.targets[set.order === 'series' ? from + set.inputs : from]!
}

/** Only the targets of `rawSamples`, which for images costs a thousandth of the work. */
function rawTargets({ data, seed }: Experiment, part: Part, given?: Source): Numbers {
  const set = dataSet(data)
  if (set.kind === 'generated') return generated(set, data, seed.data)(part).targets
  const source = given ?? ownSource(data)
  if (!source) throw new Error(`${data.set} needs its samples`)
  const orders = sampleOrders(set, data, source, seed.data)
  const targets = sameKind(source.targets, data[part])
  for (let i = 0; i < targets.length; i++) targets[i] = targetAt(set, source, orders(part, i))
  const samples = { count: targets.length, inputs: new Float32Array(0), targets }
  return withLabelNoise(samples, set.classes.length, data, part, seed.data).targets
}

const sameKind = (numbers: Source['inputs'], length: number): Numbers =>
  numbers instanceof Float64Array ? new Float64Array(length) : new Float32Array(length)
