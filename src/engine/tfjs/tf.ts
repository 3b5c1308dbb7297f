/**
 * The only import of TensorFlow.js 4.22: its core, the gradients of its operations, and two backends. The package that
 * joins its parts, `@tensorflow/tfjs`, would bring layers, data and converter along, which nothing here uses.
 */
import '@tensorflow/tfjs-backend-cpu'
import '@tensorflow/tfjs-backend-webgl'
import '@tensorflow/tfjs-core/dist/register_all_gradients'

export type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl'
export type { Tensor, Tensor1D, Tensor2D, Tensor3D, Tensor4D } from '@tensorflow/tfjs-core'
export * as tf from '@tensorflow/tfjs-core'
