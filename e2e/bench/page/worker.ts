/** Runs one peer: the first message says which. Each is loaded only where it is needed. */
import type { Epochs, Prepare } from './contestant.ts'
import { peak } from './peak.ts'
import type { Reply, Request } from './peer-messages.ts'
import { peers } from './peers.ts'

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
