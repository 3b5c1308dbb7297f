/** f(x + b) where TensorFlow.js differentiates: one draw forward on WebGL, and three backward. */
import type { Activation } from '../../domain/experiment/experiment.ts'
import { activationCode, differentiable, slopeFrom, slopeTimes } from './activations.ts'
import { draw, fuses } from './program.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

/** A bias for each column of rows that are as many times as long. */
export function biased(kind: Activation, x: Tensor2D, bias: Tensor1D): Tensor2D {
  const lines = tf.reshape(x, [-1, bias.size]) as Tensor2D
  const y = fuses() ? fused(kind, lines, bias) : differentiable(kind, tf.add(lines, bias))
  return tf.reshape(y, x.shape)
}

function fused(kind: Activation, x: Tensor2D, bias: Tensor1D): Tensor2D {
  // Where the slope is told from the sum, that is drawn apart and kept.
  if (slopeFrom(kind) === 'input') return differentiable(kind, fused('linear', x, bias))
  return tf.customGrad((given, by, save) => {
    const y = drawBiased(kind, given as Tensor2D, by as Tensor1D)
    ;(save as (tensors: Tensor[]) => void)([y])
    return {
      value: y,
      gradFunc(dy: Tensor, [saved]: Tensor[]) {
        const d = kind === 'linear' ? (dy as Tensor2D) : slopeTimes(kind, dy as Tensor2D, saved as Tensor2D)
        return [d, columnSums(d)]
      },
    }
  })(x, bias) as Tensor2D
}

function drawBiased(kind: Activation, x: Tensor2D, bias: Tensor1D): Tensor2D {
  const code = `${activationCode(kind)}
  void main() {
    ivec2 at = getOutputCoords();
    setOutput(activation(getX(at.x, at.y) + getB(at.y)));
  }`
  return draw(x.shape, { inputs: { X: x, B: bias }, code }) as Tensor2D
}

/** Rows that one run of the program adds up, at most. */
const ROWS = 256

function columnSums(x: Tensor2D): Tensor1D {
  const [rows, columns] = x.shape
  if (rows === 1) return tf.reshape(x, [columns])
  const code = `
  void main() {
    ivec2 at = getOutputCoords();
    int end = min(rows, (at.x + 1) * ${ROWS});
    float sum = 0.;
    for (int k = at.x * ${ROWS}; k < end; k++) sum += getX(k, at.y);
    setOutput(sum);
  }`
  const shape: [number, number] = [Math.ceil(rows / ROWS), columns]
  return columnSums(draw(shape, { inputs: { X: x }, ints: { rows }, code }) as Tensor2D)
}
