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
}

/** Weight layers from the input side, the output layer last. */
export function denseLayers(experiment: Experiment): DenseLayer[] {
  const { model, regularization } = experiment
  let inputs = inputSize(experiment)
  const layers = model.layers.map((layer, i): DenseLayer => {
    const dense = {
      name: `dense_${i + 1}`,
      inputs,
      units: layer.units,
      activation: layer.activation ?? model.activation,
      dropout: layer.dropout ?? regularization.dropout,
    }
    inputs = layer.units
    return dense
  })
  const output = { name: `dense_${layers.length + 1}`, inputs, units: outputUnits(experiment) }
  return [...layers, { ...output, activation: 'linear', dropout: 0 }]
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
