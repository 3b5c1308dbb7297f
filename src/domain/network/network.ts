/** What an experiment's network looks like: its weight layers, their shapes and its parameter count. */
import { inputNames } from '../data/features.ts'
import { dataSet, type Shape } from '../data/registry.ts'
import { sizeOfShape } from '../data-sets/data-set.ts'
import type { Activation, Experiment } from '../experiment/experiment.ts'
import type { Numbers } from '../table/table.ts'
import { type Cell, isConvolutional, isRecurrent, isResidual } from './model-kinds.ts'

interface Common {
  /** `dense_1`, `conv2d_1`, `lstm_1`, …: Keras' names, used in saved weights. */
  readonly name: string
  /** Numbers a sample has on its way in, and on its way out, after pooling. */
  readonly inputs: number
  readonly outputs: number
  /** The output layer is linear: losses are computed from logits. */
  readonly activation: Activation
  /** Dropout rate of what the next layer is given; 0 on the output layer. */
  readonly dropout: number
  /**
   * Where its numbers are in the flat vector of all weights: kernels from `kernelAt` (the recurrent kernel follows the
   * other), biases from `biasAt` to `end`.
   */
  readonly kernelAt: number
  readonly biasAt: number
  readonly end: number
  /** Ends a residual block. */
  readonly skip: Skip | null
}

export interface DenseLayer extends Common {
  readonly kind: 'dense'
  readonly units: number
}

/** Stride 1, borders padded with zeros so that size stays; then the activation, then max pooling that drops remainders. */
export interface ConvolutionLayer extends Common {
  readonly kind: 'convolution'
  readonly height: number
  readonly width: number
  readonly channels: number
  /** Side of the square. Kernels are side × side × channels × filters, row-major. */
  readonly kernel: number
  readonly filters: number
  /** Side of the pooled square; 1 is no pooling. */
  readonly pool: number
}

/**
 * Keras' SimpleRNN, LSTM and GRU (reset_after). Kernels are features × (gates · units), recurrent kernels units ×
 * (gates · units), gates in Keras' order: i f c o, and z r h. GRU has two biases: of the kernel, then of the recurrent one.
 */
export interface RecurrentLayer extends Common {
  readonly kind: 'recurrent'
  readonly cell: Cell
  readonly steps: number
  readonly features: number
  readonly units: number
  readonly recurrentAt: number
  /** Hands on its state at every step; the last recurrent layer only at the last. */
  readonly sequences: boolean
}

export type NetworkLayer = DenseLayer | ConvolutionLayer | RecurrentLayer

/**
 * What a block adds: the sums of the layer `from`, two below, before their activation (He et al. 2016, pre-activation),
 * so that a block whose last kernel is 0 passes on exactly what it was given.
 */
interface Skip {
  readonly from: number
  readonly inputs: number
  /** Where the matrix between different widths begins in the flat vector, after all layers; null between equal ones. */
  readonly projectionAt: number | null
}

/** What turns logits into outputs. */
export type Head = 'linear' | 'sigmoid' | 'softmax'

/** Times as many numbers in a recurrent layer's kernels as in one gate's. */
export const GATES: Record<Cell, number> = { rnn: 1, lstm: 4, gru: 3 }

/** A layer before it has its place in the flat vector. */
type Plan =
  | Omit<DenseLayer, keyof Place>
  | Omit<ConvolutionLayer, keyof Place>
  | Omit<RecurrentLayer, keyof Place | 'recurrentAt'>
type Place = Pick<Common, 'kernelAt' | 'biasAt' | 'end' | 'skip' | 'name'>

/** Weight layers from the input side, the output layer last. */
export function networkLayers(experiment: Experiment): NetworkLayer[] {
  const plans = plansOf(experiment)
  const counters = new Map<string, number>()
  let at = 0
  const layers = plans.map((plan): NetworkLayer => {
    const stem = stemOf(plan)
    counters.set(stem, (counters.get(stem) ?? 0) + 1)
    const name = `${stem}_${counters.get(stem)}`
    const kernelAt = at
    const { kernel, recurrent, bias } = shapesOf(plan)
    const recurrentAt = kernelAt + sizeOf(kernel)
    const biasAt = recurrentAt + (recurrent ? sizeOf(recurrent) : 0)
    at = biasAt + sizeOf(bias)
    const place = { name, kernelAt, biasAt, end: at, skip: null }
    return plan.kind === 'recurrent' ? { ...plan, ...place, recurrentAt } : { ...plan, ...place }
  })
  return isResidual(experiment.model.kind) ? withSkips(layers, at) : layers
}

/** The layers of a network that has no others. */
export function denseLayers(experiment: Experiment): DenseLayer[] {
  return networkLayers(experiment).filter((layer) => layer.kind === 'dense')
}

function plansOf(experiment: Experiment): Plan[] {
  const { data, model } = experiment
  const shape = inputShape(experiment)
  if (isRecurrent(model.kind))
    return [...recurrentPlans(experiment, shape), outputPlan(experiment, model.layers.at(-1)?.units ?? 0)]
  if (isConvolutional(model.kind)) {
    if (shape.kind !== 'image') throw new Error(`${data.set} are no images`)
    const convolutions = convolutionPlans(experiment, shape)
    const dense = densePlans(experiment, convolutions.at(-1)!.outputs)
    return [...convolutions, ...dense]
  }
  return densePlans(experiment, sizeOfShape(shape))
}

function densePlans(experiment: Experiment, from: number): Plan[] {
  let inputs = from
  const hidden = experiment.model.layers.map(({ units, ...own }): Plan => {
    const plan = { kind: 'dense' as const, inputs, outputs: units, units, ...settings(experiment, own) }
    inputs = units
    return plan
  })
  return [...hidden, outputPlan(experiment, inputs)]
}

function outputPlan(experiment: Experiment, inputs: number): Plan {
  const units = outputUnits(experiment)
  return { kind: 'dense', inputs, outputs: units, units, activation: 'linear', dropout: 0 }
}

function convolutionPlans({ model, regularization }: Experiment, image: ImageShape): Plan[] {
  let { height, width } = image
  let channels = 1
  return model.blocks.flatMap(({ filters, layers, pool }) =>
    Array.from({ length: layers }, (_, i): Plan => {
      const last = i === layers - 1
      const inputs = height * width * channels
      const size = { height, width, channels }
      if (last) [height, width] = [Math.floor(height / pool), Math.floor(width / pool)]
      channels = filters
      return {
        kind: 'convolution',
        ...size,
        kernel: model.kernel,
        filters,
        pool: last ? pool : 1,
        inputs,
        outputs: height * width * filters,
        activation: model.activation,
        dropout: last ? regularization.dropout : 0,
      }
    }),
  )
}

type ImageShape = Extract<Shape, { kind: 'image' }>

function recurrentPlans(experiment: Experiment, shape: Shape): Plan[] {
  const { data, model } = experiment
  if (shape.kind === 'vector') throw new Error(`${data.set} are no sequences`)
  const [steps, first] = shape.kind === 'image' ? [shape.height, shape.width] : [shape.steps, shape.features]
  let features = first
  return model.layers.map(({ units, ...own }, i): Plan => {
    const sequences = i < model.layers.length - 1
    const plan: Plan = {
      kind: 'recurrent',
      cell: model.kind as Cell,
      steps,
      features,
      units,
      sequences,
      inputs: steps * features,
      outputs: sequences ? steps * units : units,
      ...settings(experiment, own),
    }
    features = units
    return plan
  })
}

function settings(
  { model, regularization }: Experiment,
  own: { readonly activation?: Activation | undefined; readonly dropout?: number | undefined },
) {
  return {
    activation: own.activation ?? model.activation,
    dropout: own.dropout ?? regularization.dropout,
  }
}

/** Every two layers after the first are a block; of convolutions, those between two changes of size or width. */
function withSkips(layers: readonly NetworkLayer[], length: number): NetworkLayer[] {
  const { kind } = layers[0]!
  let end = length
  let run = 0
  return layers.map((layer, i): NetworkLayer => {
    const below = layers[i - 1]
    run = below === undefined || changesSize(below, layer) ? 0 : run + 1
    // Dense layers on top of convolutions are a plain head, and so is the output.
    const ends = run > 0 && run % 2 === 0 && layer.kind === kind && i < layers.length - 1
    if (!ends) return layer
    const inputs = unitsOf(layers[i - 2]!)
    const units = unitsOf(layer)
    const projectionAt = inputs === units ? null : end
    if (projectionAt !== null) end += inputs * units
    return { ...layer, skip: { from: i - 2, inputs, projectionAt } }
  })
}

function changesSize(below: NetworkLayer, layer: NetworkLayer): boolean {
  return (
    below.kind === 'convolution' &&
    (layer.kind !== 'convolution' || below.pool > 1 || below.filters !== layer.filters)
  )
}

/** Units of a dense or recurrent layer, filters of a convolution: the width a person gave it. */
export function unitsOf(layer: NetworkLayer): number {
  return layer.kind === 'convolution' ? layer.filters : layer.units
}

/** Keras' name of a layer's class, in lower case. */
function stemOf(plan: Plan): string {
  switch (plan.kind) {
    case 'dense':
      return 'dense'
    case 'convolution':
      return 'conv2d'
    case 'recurrent':
      return plan.cell === 'rnn' ? 'simple_rnn' : plan.cell
    default:
      return plan satisfies never
  }
}

interface Shapes {
  readonly kernel: readonly number[]
  readonly recurrent: readonly number[] | null
  readonly bias: readonly number[]
}

function shapesOf(plan: Plan | NetworkLayer): Shapes {
  switch (plan.kind) {
    case 'dense':
      return { kernel: [plan.inputs, plan.units], recurrent: null, bias: [plan.units] }
    case 'convolution': {
      const { kernel, channels, filters } = plan
      return { kernel: [kernel, kernel, channels, filters], recurrent: null, bias: [filters] }
    }
    case 'recurrent': {
      const { cell, features, units } = plan
      const wide = GATES[cell] * units
      return {
        kernel: [features, wide],
        recurrent: [units, wide],
        bias: cell === 'gru' ? [2, wide] : [wide],
      }
    }
    default:
      return plan satisfies never
  }
}

/** A tensor of the flat vector. `layer` is the number of its layer; penalties are over all but biases. */
export interface WeightTensor {
  readonly name: string
  readonly shape: readonly number[]
  readonly layer: number
  readonly role: 'kernel' | 'recurrent' | 'bias' | 'projection'
}

/** Every weight tensor in the order of the flat vector. */
export function weightTensors(experiment: Experiment): WeightTensor[] {
  const layers = networkLayers(experiment)
  return [
    ...layers.flatMap((layer, i): WeightTensor[] => {
      const { kernel, recurrent, bias } = shapesOf(layer)
      const { name } = layer
      return [
        { name: `${name}/kernel`, shape: kernel, layer: i, role: 'kernel' },
        ...(recurrent
          ? [{ name: `${name}/recurrent_kernel`, shape: recurrent, layer: i, role: 'recurrent' as const }]
          : []),
        { name: `${name}/bias`, shape: bias, layer: i, role: 'bias' },
      ]
    }),
    ...layers.flatMap((layer, i): WeightTensor[] => {
      const { name, skip } = layer
      if (skip === null || skip.projectionAt === null) return []
      return [
        { name: `${name}/projection`, shape: [skip.inputs, unitsOf(layer)], layer: i, role: 'projection' },
      ]
    }),
  ]
}

export function outputHead(experiment: Experiment): Head {
  if (dataSet(experiment.data).task === 'regression') return 'linear'
  return outputUnits(experiment) === 1 ? 'sigmoid' : 'softmax'
}

/** What the network is given of a sample. */
export function inputShape({ data }: Experiment): Shape {
  const names = inputNames(data)
  return names === null ? dataSet(data).shape : { kind: 'vector', size: names.length }
}

export function inputSize(experiment: Experiment): number {
  return sizeOfShape(inputShape(experiment))
}

/** Two classes share one sigmoid output; K classes have K softmax outputs. */
export function outputUnits({ data }: Experiment): number {
  const { task, classes } = dataSet(data)
  return task === 'classes' && classes.length > 2 ? classes.length : 1
}

/** All numbers that training moves. */
export function parameterCount(experiment: Experiment): number {
  return weightTensors(experiment).reduce((sum, { shape }) => sum + sizeOf(shape), 0)
}

/** Multiplications of one sample on its way through the network; biases count as one each. */
export function multiplications(experiment: Experiment): number {
  const projections = weightTensors(experiment).filter(({ role }) => role === 'projection')
  return networkLayers(experiment).reduce(
    (sum, layer) => sum + uses(layer) * (layer.end - layer.kernelAt),
    projections.reduce((sum, { shape }) => sum + sizeOf(shape), 0),
  )
}

/** How often a layer's weights are used for one sample. */
function uses(layer: NetworkLayer): number {
  switch (layer.kind) {
    case 'dense':
      return 1
    case 'convolution':
      return layer.height * layer.width
    case 'recurrent':
      return layer.steps
    default:
      return layer satisfies never
  }
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}

/** Raw rows as one array; throws naming the first row of the wrong length. */
export function inputRows({ data }: Experiment, rows: readonly (readonly number[])[]): Numbers {
  const { inputs } = dataSet(data)
  for (const [i, row] of rows.entries())
    if (row.length !== inputs)
      throw new Error(`inputs: row ${i + 1} has ${row.length} numbers, not ${inputs}`)
  return data.set === 'rows' ? Float64Array.from(rows.flat()) : Float32Array.from(rows.flat())
}
