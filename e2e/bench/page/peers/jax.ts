/**
 * jax-js on its WebAssembly device: one jitted step (gradient of the mean loss, Adam by hand). The weights are read after
 * each batch: without it the steps pile up and the whole gets slower (ekzhang/jax-js#151), and reading took less time than
 * its blockUntilReady. Its arrays are counted references: `ref` keeps one that is used again.
 */
import { defaultDevice, grad, init, jit, nn, numpy as np } from '@jax-js/jax'
import type { Samples } from '../../../../src/domain/data/samples.ts'
import type { DenseLayer } from '../../../../src/domain/network/layers.ts'
import type { Prepare } from '../contestant.ts'
import { materials, oneHot } from './materials.ts'

type State = { weights: np.Array[]; mean: np.Array[]; square: np.Array[] }

export const jax: Prepare = async (work) => {
  await init('wasm')
  defaultDevice('wasm')
  const { layers, weights, train, validation, order } = materials(work)
  const { batchSize } = work.experiment.training
  const { learningRate, beta1, beta2, epsilon } = work.experiment.optimizer
  const shapes = layers.flatMap(({ inputs, units }) => [[inputs, units], [units]])
  const units = layers.at(-1)!.units
  const width = layers[0]!.inputs

  const loss = lossOf(layers)
  const lossNow = jit(loss)
  const step = jit(
    (
      { weights: before, mean, square }: State,
      x: np.Array,
      y: np.Array,
      meanScale: np.Array,
      squareScale: np.Array,
    ) => {
      const gradients = grad(loss)(
        before.map((w) => w.ref),
        x,
        y,
      )
      const after: State = { weights: [], mean: [], square: [] }
      gradients.forEach((g, i) => {
        const m = mean[i]!.mul(beta1).add(g.ref.mul(1 - beta1))
        const v = square[i]!.mul(beta2).add(np.square(g).mul(1 - beta2))
        const move = m.ref.mul(meanScale.ref).div(np.sqrt(v.ref.mul(squareScale.ref)).add(epsilon))
        after.weights.push(before[i]!.sub(move.mul(learningRate)))
        after.mean.push(m)
        after.square.push(v)
      })
      meanScale.dispose()
      squareScale.dispose()
      return after
    },
  )

  let state: State = {
    weights: weights.map((values, i) => np.array(values).reshape(shapes[i]!)),
    mean: shapes.map((shape) => np.zeros(shape)),
    square: shapes.map((shape) => np.zeros(shape)),
  }
  const whole = ({ count, inputs, targets }: Samples) => ({
    x: np.array(inputs).reshape([count, width]),
    y: np.array(units === 1 ? targets : oneHot(targets, units)).reshape([count, units]),
  })
  const parts = { train: whole(train), validation: whole(validation) }
  const labels = units === 1 ? train.targets : oneHot(train.targets, units)
  const measured = (part: 'train' | 'validation') =>
    lossNow(
      state.weights.map((w) => w.ref),
      parts[part].x.ref,
      parts[part].y.ref,
    ).dataSync()[0]!

  let epoch = 0
  let updates = 0
  return async (k) => {
    let losses = { train: Number.NaN, validation: Number.NaN }
    for (let i = 0; i < k; i++) {
      const rows = order(++epoch)
      for (let from = 0; from < rows.length; from += batchSize) {
        const batch = rows.subarray(from, from + batchSize)
        updates++
        state = step(
          state,
          np.array(gathered(train.inputs, width, batch)).reshape([batch.length, width]),
          np.array(gathered(labels, units, batch)).reshape([batch.length, units]),
          np.array(1 / (1 - beta1 ** updates)),
          np.array(1 / (1 - beta2 ** updates)),
        )
        for (const w of state.weights) w.ref.dataSync()
      }
      losses = { train: measured('train'), validation: measured('validation') }
    }
    return losses
  }
}

/** Mean cross-entropy from logits, of one sigmoid or several softmax outputs. */
function lossOf(layers: readonly DenseLayer[]) {
  return (weights: np.Array[], x: np.Array, y: np.Array): np.Array => {
    let values = x
    layers.forEach(({ activation }, i) => {
      values = np.matmul(values, weights[2 * i]!).add(weights[2 * i + 1]!)
      if (i < layers.length - 1) values = activation === 'tanh' ? np.tanh(values) : nn.relu(values)
    })
    if (layers.at(-1)!.units === 1) return nn.softplus(values.ref).sub(values.mul(y)).mean()
    return nn.logSoftmax(values).mul(y).sum(1).mean().neg()
  }
}

function gathered(table: Float32Array, width: number, rows: Int32Array): Float32Array<ArrayBuffer> {
  const batch = new Float32Array(rows.length * width)
  rows.forEach((row, i) => {
    batch.set(table.subarray(row * width, (row + 1) * width), i * width)
  })
  return batch
}
