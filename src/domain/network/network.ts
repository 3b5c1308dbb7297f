/** What an experiment's network looks like: its weight layers, their tensors and its parameter count. */
import type { Experiment } from '../experiment/experiment.ts'
import { layerPlans } from './layer-plans.ts'
import { type DenseLayer, type LayerPlan, type NetworkLayer, shapesOf, sizeOf, unitsOf } from './layers.ts'
import { isResidual } from './model-kinds.ts'

/** Weight layers from the input side, the output layer last. */
export function networkLayers(experiment: Experiment): NetworkLayer[] {
  const plans = layerPlans(experiment)
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

/** Keras' name of a layer's class, in lower case. */
function stemOf(plan: LayerPlan): string {
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
