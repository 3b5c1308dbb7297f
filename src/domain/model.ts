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
  let kernelAt = 0
  return [...hidden, output].map((layer, i) => {
    const biasAt = kernelAt + inputs * layer.units
    const dense = { name: `dense_${i + 1}`, inputs, ...layer, kernelAt, biasAt }
    inputs = layer.units
    kernelAt = biasAt + layer.units
    return dense
  })
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

/** Kernels and biases of all weight layers. */
export function parameterCount(experiment: Experiment): number {
  return denseLayers(experiment).reduce((sum, { inputs, units }) => sum + (inputs + 1) * units, 0)
}

/** Raw rows as one array; throws naming the first row of the wrong length. */
export function inputRows({ data }: Experiment, rows: readonly (readonly number[])[]): Float32Array {
  const { inputs } = dataSet(data.set)
  for (const [i, row] of rows.entries())
    if (row.length !== inputs)
      throw new Error(`inputs: row ${i + 1} has ${row.length} numbers, not ${inputs}`)
  return Float32Array.from(rows.flat())
}
