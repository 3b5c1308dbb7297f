/** The one door to TensorFlow.js 4.22. Never its layers, its `fit`, its optimizers or its dropout: see trainer.ts. */
import '@tensorflow/tfjs-backend-webgl'

export type { Tensor, Tensor1D, Tensor2D, Tensor3D, Tensor4D } from '@tensorflow/tfjs'
export * as tf from '@tensorflow/tfjs'
export type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl'
