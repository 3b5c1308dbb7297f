/**
 * TensorFlow.js as its guides train: tf.sequential and model.fit, flags at their defaults (software WebGL is allowed, or
 * machines without a GPU would have no WebGL line). No callbacks and no metrics; it never yields.
 */
import '@tensorflow/tfjs-backend-wasm'
import * as tf from '@tensorflow/tfjs'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'
import type { Samples } from '../../../../src/domain/data/samples.ts'
import type { DenseLayer } from '../../../../src/domain/network/layers.ts'
import type { Prepare, Work } from '../contestant.ts'
import { materials, oneHot } from './materials.ts'

/** Rows at a time where a whole part is evaluated. */
const EVALUATION_ROWS = 512

export function fitOn(backend: 'webgl' | 'wasm' | 'cpu'): Prepare {
  return async (work) => {
    tf.env().set('SOFTWARE_WEBGL_ENABLED', true)
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plain,
      'tfjs-backend-wasm-simd.wasm': simd,
      'tfjs-backend-wasm-threaded-simd.wasm': threaded,
    })
    if (!(await tf.setBackend(backend))) throw new Error(`no ${backend} backend here`)
    await tf.ready()
    const { layers, weights, train, validation } = materials(work)
    const model = compiled(work, layers)
    model.setWeights(
      layers.flatMap(({ inputs, units }, i) => [
        tf.tensor2d(weights[2 * i]!, [inputs, units]),
        tf.tensor1d(weights[2 * i + 1]!),
      ]),
    )
    const [x, y] = tensors(train, layers)
    const held = tensors(validation, layers)
    const trained = async (epochs: number) => {
      const { history } = await model.fit(x, y, {
        epochs,
        batchSize: work.experiment.training.batchSize,
        validationData: held,
        shuffle: true,
        yieldEvery: 'never',
        verbose: 0,
      })
      return { train: Number(history.loss!.at(-1)), validation: Number(history.val_loss!.at(-1)) }
    }
    if (!work.frozenTrainingLoss) return trained
    return async (k) => {
      let losses = { train: Number.NaN, validation: Number.NaN }
      for (let epoch = 0; epoch < k; epoch++) {
        const { validation: told } = await trained(1)
        const loss = model.evaluate(x, y, { batchSize: EVALUATION_ROWS }) as tf.Scalar
        losses = { train: loss.dataSync<'float32'>()[0]!, validation: told }
        loss.dispose()
      }
      return losses
    }
  }
}

function compiled({ experiment }: Work, layers: readonly DenseLayer[]): tf.Sequential {
  const model = tf.sequential()
  const binary = layers.at(-1)!.units === 1
  layers.forEach(({ inputs, units, activation }, i) => {
    const last = i === layers.length - 1
    const head = binary ? 'sigmoid' : 'softmax'
    model.add(
      tf.layers.dense({
        units,
        inputShape: [inputs],
        activation: last ? head : (activation as 'tanh' | 'relu'),
      }),
    )
  })
  const { learningRate, beta1, beta2, epsilon } = experiment.optimizer
  model.compile({
    optimizer: tf.train.adam(learningRate, beta1, beta2, epsilon),
    loss: binary ? 'binaryCrossentropy' : 'categoricalCrossentropy',
  })
  return model
}

function tensors(
  { count, inputs, targets }: Samples,
  layers: readonly DenseLayer[],
): [tf.Tensor2D, tf.Tensor2D] {
  const { units } = layers.at(-1)!
  return [
    tf.tensor2d(inputs, [count, layers[0]!.inputs]),
    tf.tensor2d(units === 1 ? targets : oneHot(targets, units), [count, units]),
  ]
}
