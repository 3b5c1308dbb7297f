/**
 * Own shader programs. On WebGL every tf.* operation is a draw call or several, and draw calls are what a small
 * network's step costs. So each formula of a step has two forms side by side in its file: tf.* operations, which run
 * anywhere, and GLSL, which does all of them in one draw. The e2e tests hold the two together.
 *
 * A program's text names no size and no setting: those are uniforms, so that a new batch size or learning rate
 * compiles nothing. NaN has to come through every formula, or a diverging run would not be seen.
 */
import { type MathBackendWebGL, type Tensor, tf } from './tf.ts'

interface Program {
  /** What GLSL reads as `getX(row, column)`, or `getX(index)` for a vector, by its name `X`. */
  readonly inputs: Readonly<Record<string, Tensor>>
  readonly ints?: Readonly<Record<string, number>>
  readonly floats?: Readonly<Record<string, number>>
  /** Whether inputs, or the output, have four numbers a texel (blocks.ts). */
  readonly blocks?: { readonly inputs: boolean; readonly output: boolean }
  /** Functions and `main`; tfjs supplies `getOutputCoords` and `setOutput`. */
  readonly code: string
}

const webgl = () => tf.backend() as MathBackendWebGL

/** Whether this backend runs programs. */
export const fuses = () => tf.getBackend() === 'webgl'

/** A tensor of this shape, one run of `main` for each of its numbers. */
export function draw(
  outputShape: number[],
  { inputs, ints = {}, floats = {}, blocks, code }: Program,
): Tensor {
  const uniforms = [
    ...Object.keys(ints).map((name) => ({ name, type: 'int' as const })),
    ...Object.keys(floats).map((name) => ({ name, type: 'float' as const })),
  ]
  const program = {
    variableNames: Object.keys(inputs),
    outputShape,
    userCode: code,
    customUniforms: uniforms,
    enableShapeUniforms: true,
    packedInputs: blocks?.inputs ?? false,
    packedOutput: blocks?.output ?? false,
  }
  const values = [...Object.values(ints), ...Object.values(floats)].map((value) => [value])
  // The last argument keeps a packed output as it is: the next program wants it so.
  const info = webgl().runWebGLProgram(program, Object.values(inputs), 'float32', values, true)
  return tf.engine().makeTensorFromTensorInfo(info)
}

/**
 * Puts a new tensor on the device now. tfjs leaves small ones in JavaScript, computes with them there and uploads every
 * result anew, batch by batch.
 */
export function resident<T extends Tensor>(tensor: T): T {
  if (fuses()) webgl().uploadToGPU(tensor.dataId)
  return tensor
}
