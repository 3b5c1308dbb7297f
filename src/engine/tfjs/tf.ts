/**
 * The only import of TensorFlow.js 4.22. Its layers, `fit`, optimizers and dropout are never used; trainer.ts says why.
 */
import '@tensorflow/tfjs-backend-webgl'

export type { Tensor, Tensor1D, Tensor2D, Tensor3D, Tensor4D } from '@tensorflow/tfjs'
export * as tf from '@tensorflow/tfjs'
export type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl'
