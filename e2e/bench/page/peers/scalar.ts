/**
 * What plain JavaScript can do: one flat Float32Array of weights, loops without allocation, one sample at a time, Adam.
 * tanh hidden layers and one sigmoid output.
 */
import type { Samples } from '../../../../src/domain/data/samples.ts'
import type { Prepare } from '../contestant.ts'
import { materials } from './materials.ts'

export const scalar: Prepare = async (work) => {
  const { layers, weights: given, train, validation, order } = materials(work)
  const { batchSize } = work.experiment.training
  const { learningRate, beta1, beta2, epsilon } = work.experiment.optimizer
  const inputs = layers.map((layer) => layer.inputs)
  const units = layers.map((layer) => layer.units)
  const depth = layers.length
  const kernelAt: number[] = []
  let size = 0
  for (const layer of layers) {
    kernelAt.push(size)
    size += (layer.inputs + 1) * layer.units
  }
  const weights = new Float32Array(size)
  given.reduce((at, values) => {
    weights.set(values, at)
    return at + values.length
  }, 0)
  const gradient = new Float32Array(size)
  const mean = new Float32Array(size)
  const square = new Float32Array(size)
  /** Outputs of each layer, the sample first; and d loss / d total input of each layer. */
  const outputs = [new Float32Array(inputs[0]!), ...units.map((n) => new Float32Array(n))]
  const deltas = units.map((n) => new Float32Array(n))

  function forward(table: Float32Array, row: number): number {
    const sample = outputs[0]!
    for (let i = 0; i < sample.length; i++) sample[i] = table[row * sample.length + i]!
    for (let layer = 0; layer < depth; layer++) {
      const before = outputs[layer]!
      const after = outputs[layer + 1]!
      const width = units[layer]!
      const kernel = kernelAt[layer]!
      const bias = kernel + inputs[layer]! * width
      for (let j = 0; j < width; j++) {
        let total = weights[bias + j]!
        for (let i = 0; i < before.length; i++) total += before[i]! * weights[kernel + i * width + j]!
        after[j] = layer < depth - 1 ? Math.tanh(total) : total
      }
    }
    return outputs[depth]![0]!
  }

  /** Adds the gradient of the sample just gone forward. */
  function backward(outputDelta: number) {
    deltas[depth - 1]![0] = outputDelta
    for (let layer = depth - 1; layer >= 0; layer--) {
      const before = outputs[layer]!
      const delta = deltas[layer]!
      const width = units[layer]!
      const kernel = kernelAt[layer]!
      const bias = kernel + before.length * width
      const earlier = layer > 0 ? deltas[layer - 1]! : null
      for (let i = 0; i < before.length; i++) {
        const input = before[i]!
        const at = kernel + i * width
        let slope = 0
        for (let j = 0; j < width; j++) {
          gradient[at + j]! += input * delta[j]!
          slope += weights[at + j]! * delta[j]!
        }
        if (earlier !== null) earlier[i] = slope * (1 - input * input)
      }
      for (let j = 0; j < width; j++) gradient[bias + j]! += delta[j]!
    }
  }

  let updates = 0
  function update(count: number) {
    updates++
    const meanScale = 1 / (1 - beta1 ** updates)
    const squareScale = 1 / (1 - beta2 ** updates)
    for (let i = 0; i < size; i++) {
      const g = gradient[i]! / count
      const m = beta1 * mean[i]! + (1 - beta1) * g
      const v = beta2 * square[i]! + (1 - beta2) * g * g
      mean[i] = m
      square[i] = v
      weights[i]! -= (learningRate * m * meanScale) / (Math.sqrt(v * squareScale) + epsilon)
      gradient[i] = 0
    }
  }

  function measured({ count, inputs: table, targets }: Samples): number {
    let sum = 0
    for (let i = 0; i < count; i++) {
      const logit = forward(table, i)
      sum += Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - targets[i]! * logit
    }
    return sum / count
  }

  let epoch = 0
  return async (k) => {
    let losses = { train: Number.NaN, validation: Number.NaN }
    for (let i = 0; i < k; i++) {
      const rows = order(++epoch)
      for (let from = 0; from < rows.length; from += batchSize) {
        const to = Math.min(from + batchSize, rows.length)
        for (let at = from; at < to; at++) {
          const row = rows[at]!
          const logit = forward(train.inputs, row)
          backward(1 / (1 + Math.exp(-logit)) - train.targets[row]!)
        }
        update(to - from)
      }
      losses = { train: measured(train), validation: measured(validation) }
    }
    return losses
  }
}
