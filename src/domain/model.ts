/** What an experiment's network looks like: its weight layers, their shapes and its parameter count. */
import { inputNames } from './data/features.ts'
import { dataSet } from './data/registry.ts'
import type { Activation, Experiment } from './experiment.ts'

export interface DenseLayer {
  /** `dense_1`, `dense_2`, …: Keras' names, used in saved weights. */
  readonly name: string
  readonly inputs: number
  readonly units: number
  /** The output layer is linear: losses are computed from logits. */
  readonly activation: Activation
  /** Dropout rate after the activation; 0 on the output layer. */
  readonly dropout: number
  /** Where kernel and bias begin in the flat vector of all weights: kernel, bias, kernel, … */
  readonly kernelAt: number
  readonly biasAt: number
  /** Ends a residual block. */
  readonly skip: Skip | null
}

/**
 * What a block adds: x·W + b of the layer `from`, two below, before its activation (He et al. 2016, pre-activation), so
 * that a block whose last kernel is 0 passes on exactly what it was given.
 */
interface Skip {
  readonly from: number
  readonly inputs: number
  /** Where the matrix between different widths begins in the flat vector, after all layers; null between equal ones. */
  readonly projectionAt: number | null
}

/** What turns logits into outputs. */
export type Head = 'linear' | 'sigmoid' | 'softmax'

/** Weight layers from the input side, the output layer last. */
export function denseLayers(experiment: Experiment): DenseLayer[] {
  const { model, regularization } = experiment
  const hidden = model.layers.map(({ units, activation, dropout }) => ({
    units,
    activation: activation ?? model.activation,
    dropout: dropout ?? regularization.dropout,
  }))
  const output = { units: outputUnits(experiment), activation: 'linear' as const, dropout: 0 }
  let inputs = inputSize(experiment)
  let end = 0
  const layers = [...hidden, output].map((layer, i) => {
    const kernelAt = end
    const biasAt = kernelAt + inputs * layer.units
    const dense = { name: `dense_${i + 1}`, inputs, ...layer, kernelAt, biasAt }
    inputs = layer.units
    end = biasAt + layer.units
    return dense
  })
  return layers.map((layer, i): DenseLayer => {
    const endsBlock = model.kind === 'residual-mlp' && i >= 2 && i % 2 === 0 && i < hidden.length
    if (!endsBlock) return { ...layer, skip: null }
    const { units } = layers[i - 2]!
    const projectionAt = units === layer.units ? null : end
    if (projectionAt !== null) end += units * layer.units
    return { ...layer, skip: { from: i - 2, inputs: units, projectionAt } }
  })
}

/** Every weight tensor's name and shape in the order of the flat vector. */
export function weightShapes(
  experiment: Experiment,
): { readonly name: string; readonly shape: readonly number[] }[] {
  const layers = denseLayers(experiment)
  return [
    ...layers.flatMap(({ name, inputs, units }) => [
      { name: `${name}/kernel`, shape: [inputs, units] },
      { name: `${name}/bias`, shape: [units] },
    ]),
    ...layers.flatMap(({ name, units, skip }) =>
      skip === null || skip.projectionAt === null
        ? []
        : [{ name: `${name}/projection`, shape: [skip.inputs, units] }],
    ),
  ]
}

export function outputHead(experiment: Experiment): Head {
  if (dataSet(experiment.data.set).task === 'regression') return 'linear'
  return outputUnits(experiment) === 1 ? 'sigmoid' : 'softmax'
}

export function inputSize({ data }: Experiment): number {
  return inputNames(data)?.length ?? dataSet(data.set).inputs
}

/** Two classes share one sigmoid output; K classes have K softmax outputs. */
export function outputUnits({ data }: Experiment): number {
  const { task, classes } = dataSet(data.set)
  return task === 'classes' && classes.length > 2 ? classes.length : 1
}

/** All numbers that training moves. */
export function parameterCount(experiment: Experiment): number {
  return weightShapes(experiment).reduce((sum, { shape }) => sum + sizeOf(shape), 0)
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}

/** Raw rows as one array; throws naming the first row of the wrong length. */
export function inputRows({ data }: Experiment, rows: readonly (readonly number[])[]): Float32Array {
  const { inputs } = dataSet(data.set)
  for (const [i, row] of rows.entries())
    if (row.length !== inputs)
      throw new Error(`inputs: row ${i + 1} has ${row.length} numbers, not ${inputs}`)
  return Float32Array.from(rows.flat())
}
