/** Those that Fitting Room is compared with, by the names in the tables; each is loaded only where it runs. */
import type { Prepare } from './contestant.ts'

export const peers = {
  'TensorFlow.js model.fit, webgl': async () => (await import('./peers/fit.ts')).fitOn('webgl'),
  'TensorFlow.js model.fit, wasm': async () => (await import('./peers/fit.ts')).fitOn('wasm'),
  'TensorFlow.js model.fit, cpu': async () => (await import('./peers/fit.ts')).fitOn('cpu'),
  ConvNetJS: async () => (await import('./peers/convnet.ts')).convnet,
  'jax-js, wasm': async () => (await import('./peers/jax.ts')).jax,
  'objects (Playground’s design), SGD': async () => (await import('./peers/objects.ts')).objects,
  'scalar typed arrays': async () => (await import('./peers/scalar.ts')).scalar,
} satisfies Record<string, () => Promise<Prepare>>

export type PeerName = keyof typeof peers
