/**
 * ConvNetJS. Its Trainer has no Adam; `windowgrad` (RMSProp: one moving average of squares) is the nearest. Two classes
 * are two softmax outputs there, so only the hidden layers can start from the common weights.
 */
import convnetjs from 'convnetjs'
import type { Samples } from '../../../../src/domain/data/samples.ts'
import type { Prepare } from '../contestant.ts'
import { materials } from './materials.ts'

export const convnet: Prepare = async (work) => {
  const { layers, weights, train, validation, order } = materials(work)
  const hidden = layers.slice(0, -1)
  const inputs = layers[0]!.inputs
  const net = new convnetjs.Net()
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: inputs },
    ...hidden.map(({ units, activation }) => ({ type: 'fc', num_neurons: units, activation })),
    { type: 'softmax', num_classes: 2 },
  ])
  const dense = net.layers.filter(({ layer_type: type }) => type === 'fc')
  hidden.forEach(({ units }, layer) => {
    for (let unit = 0; unit < units; unit++) {
      const filter = dense[layer]!.filters![unit]!.w
      for (let i = 0; i < filter.length; i++) filter[i] = weights[2 * layer]![i * units + unit]!
    }
  })
  const trainer = new convnetjs.Trainer(net, {
    method: 'windowgrad',
    learning_rate: work.experiment.optimizer.learningRate,
    batch_size: work.experiment.training.batchSize,
    l1_decay: 0,
    l2_decay: 0,
  })
  const samplesOf = (part: Samples) => ({
    rows: Array.from(
      { length: part.count },
      (_, i) => new convnetjs.Vol(Array.from(part.inputs.subarray(i * inputs, (i + 1) * inputs))),
    ),
    labels: Array.from(part.targets),
  })
  const parts = { train: samplesOf(train), validation: samplesOf(validation) }
  const measured = ({ rows, labels }: ReturnType<typeof samplesOf>) => {
    let sum = 0
    for (let i = 0; i < rows.length; i++) sum -= Math.log(net.forward(rows[i]!).w[labels[i]!]!)
    return sum / rows.length
  }

  let epoch = 0
  return async (k) => {
    let losses = { train: Number.NaN, validation: Number.NaN }
    for (let i = 0; i < k; i++) {
      for (const row of order(++epoch)) trainer.train(parts.train.rows[row]!, parts.train.labels[row]!)
      losses = { train: measured(parts.train), validation: measured(parts.validation) }
    }
    return losses
  }
}
