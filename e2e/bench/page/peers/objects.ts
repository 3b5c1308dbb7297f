/**
 * A trainer in the design that TensorFlow Playground made known: a neuron is an object, a connection is an object, numbers
 * are doubles, samples go through one at a time, and a batch's derivatives are summed in the connections until plain
 * gradient descent applies them. Written for this bench, with cross-entropy in the place of Playground's squared error, so
 * that losses compare.
 */
import type { Samples } from '../../../../src/domain/data/samples.ts'
import type { Prepare } from '../contestant.ts'
import { type Materials, materials } from './materials.ts'

class Neuron {
  readonly incoming: Connection[] = []
  readonly outgoing: Connection[] = []
  bias = 0
  output = 0
  /** d loss / d total input, of one sample and summed over the batch. */
  delta = 0
  deltaSum = 0
}

class Connection {
  readonly from: Neuron
  readonly to: Neuron
  weight: number
  gradientSum = 0
  constructor(from: Neuron, to: Neuron, weight: number) {
    this.from = from
    this.to = to
    this.weight = weight
  }
}

export const objects: Prepare = async (work) => {
  const given = materials(work)
  const { train, validation, order } = given
  const { batchSize } = work.experiment.training
  const { kind, learningRate } = work.experiment.optimizer
  if (kind !== 'sgd') throw new Error(`this design knows no ${kind}`)
  const network = build(given)

  const measured = (part: Samples) => {
    let sum = 0
    for (let i = 0; i < part.count; i++) {
      const logit = forward(network, part.inputs, i)
      sum += Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - part.targets[i]! * logit
    }
    return sum / part.count
  }

  let epoch = 0
  return async (k) => {
    let losses = { train: Number.NaN, validation: Number.NaN }
    for (let i = 0; i < k; i++) {
      const rows = order(++epoch)
      let summed = 0
      rows.forEach((row, place) => {
        const logit = forward(network, train.inputs, row)
        backward(network, 1 / (1 + Math.exp(-logit)) - train.targets[row]!)
        summed++
        if (summed < batchSize && place < rows.length - 1) return
        update(network, learningRate / summed)
        summed = 0
      })
      losses = { train: measured(train), validation: measured(validation) }
    }
    return losses
  }
}

/** The input side first; the last layer is the one output. */
function build({ layers, weights }: Materials): Neuron[][] {
  const network = [Array.from({ length: layers[0]!.inputs }, () => new Neuron())]
  layers.forEach(({ units }, layer) => {
    const before = network[layer]!
    const neurons = Array.from({ length: units }, () => new Neuron())
    neurons.forEach((to, unit) => {
      before.forEach((from, i) => {
        const connection = new Connection(from, to, weights[2 * layer]![i * units + unit]!)
        to.incoming.push(connection)
        from.outgoing.push(connection)
      })
    })
    network.push(neurons)
  })
  return network
}

function forward(network: Neuron[][], inputs: Float32Array, row: number): number {
  const first = network[0]!
  for (let i = 0; i < first.length; i++) first[i]!.output = inputs[row * first.length + i]!
  for (let layer = 1; layer < network.length; layer++)
    for (const neuron of network[layer]!) {
      let total = neuron.bias
      for (const { from, weight } of neuron.incoming) total += weight * from.output
      neuron.output = layer < network.length - 1 ? Math.tanh(total) : total
    }
  return network.at(-1)![0]!.output
}

function backward(network: Neuron[][], outputDelta: number) {
  for (let layer = network.length - 1; layer >= 1; layer--)
    for (const neuron of network[layer]!) {
      if (layer === network.length - 1) neuron.delta = outputDelta
      else {
        let slope = 0
        for (const { to, weight } of neuron.outgoing) slope += weight * to.delta
        neuron.delta = slope * (1 - neuron.output * neuron.output)
      }
      neuron.deltaSum += neuron.delta
      for (const connection of neuron.incoming)
        connection.gradientSum += neuron.delta * connection.from.output
    }
}

function update(network: Neuron[][], rate: number) {
  for (let layer = 1; layer < network.length; layer++)
    for (const neuron of network[layer]!) {
      neuron.bias -= rate * neuron.deltaSum
      neuron.deltaSum = 0
      for (const connection of neuron.incoming) {
        connection.weight -= rate * connection.gradientSum
        connection.gradientSum = 0
      }
    }
}
