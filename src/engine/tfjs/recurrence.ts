/**
 * A recurrent layer on WebGL as an operation that TensorFlow.js differentiates: two draws a step either way, whatever
 * the cell (cells.ts), where its own operations take about fifty.
 */
import type { RecurrentLayer } from '../../domain/network/layers.ts'
import { cellCode } from './cells.ts'
import { gradients } from './recurrent-backward.ts'
import type { Pass, RecurrentWeights } from './recurrent-blocks.ts'
import { forward, handedOn } from './recurrent-forward.ts'
import { type Tensor, type Tensor2D, tf } from './tf.ts'

/** Whether the device has textures for so many rows at a time. */
export function fitsTextures({ steps, units, features }: RecurrentLayer, rows: number): boolean {
  const most = 2 * tf.env().getNumber('WEBGL_MAX_TEXTURE_SIZE')
  return Math.max(steps * (rows + 1), 4 * (units + 1), steps * units, steps * features) <= most
}

/**
 * What the layer hands on: of each sample, the states of all its steps one after another, or the last one. The first
 * layer's inputs are data, by which nothing is differentiated.
 */
export function recurrence(
  layer: RecurrentLayer,
  x: Tensor2D,
  { kernel, recurrent, bias }: RecurrentWeights,
  isFirst: boolean,
): Tensor2D {
  const op = tf.customGrad((...given) => {
    const save = given.pop() as unknown as (tensors: Tensor[]) => void
    const [k, u, b, inputs = x] = given as [Tensor2D, Tensor2D, Tensor, Tensor2D?]
    const code = cellCode(layer)
    const pass = forward(layer, code, inputs, { kernel: k, recurrent: u, bias: b })
    save([pass.x, pass.w, ...pass.sums, ...pass.states])
    return {
      value: handedOn(layer, pass),
      gradFunc(dy: Tensor, [xs, w, ...both]: Tensor[]) {
        const kept = { ...pass, x: xs, w, sums: both.slice(0, layer.steps), states: both.slice(layer.steps) }
        return gradients(layer, code, kept as Pass, dy as Tensor2D, bias.shape, isFirst)
      },
    }
  })
  return (isFirst ? op(kernel, recurrent, bias) : op(kernel, recurrent, bias, x)) as Tensor2D
}
