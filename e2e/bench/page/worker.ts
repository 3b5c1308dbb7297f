/** Runs one peer: the first message says which. Each is loaded only where it is needed. */
import type { Losses, Work } from './contestant.ts'
import { peak } from './peak.ts'
import type { Reply, Request } from './remote.ts'

/** Trains for k more epochs; returns the losses of the last. */
export type Epochs = (k: number) => Promise<Losses>
/** Builds network and data. */
export type Prepare = (work: Work) => Promise<Epochs>

const peers = {
  'TensorFlow.js model.fit, webgl': async () => (await import('./peers/fit.ts')).fitOn('webgl'),
  'TensorFlow.js model.fit, wasm': async () => (await import('./peers/fit.ts')).fitOn('wasm'),
  'TensorFlow.js model.fit, cpu': async () => (await import('./peers/fit.ts')).fitOn('cpu'),
  ConvNetJS: async () => (await import('./peers/convnet.ts')).convnet,
  'jax-js, wasm': async () => (await import('./peers/jax.ts')).jax,
  'objects (Playground’s design), SGD': async () => (await import('./peers/objects.ts')).objects,
  'scalar typed arrays': async () => (await import('./peers/scalar.ts')).scalar,
} satisfies Record<string, () => Promise<Prepare>>

export type PeerName = keyof typeof peers

let epochs: Epochs | null = null

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  answer(data).then(
    (reply) => postMessage(reply),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      postMessage({ type: 'failed', message } satisfies Reply)
    },
  )
})

async function answer(request: Request): Promise<Reply> {
  switch (request.type) {
    case 'prepare': {
      const prepare: Prepare = await peers[request.peer]()
      epochs = await prepare(request.work)
      return { type: 'ready' }
    }
    case 'epochs':
      return { type: 'trained', losses: await epochs!(request.k) }
    case 'peak':
      return { type: 'peaked', gflops: peak() }
    default:
      return request satisfies never
  }
}
