/** Runs a peer in a worker of its own, through three messages. */
import type { Contestant, Trained, Work } from './contestant.ts'
import type { Reply, Request } from './peer-messages.ts'
import type { PeerName } from './peers.ts'

export function spawnPeer(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}

/** There is one request at a time. */
export function ask<T extends Reply['type']>(
  worker: Worker,
  request: Request,
  expected: T,
): Promise<Extract<Reply, { type: T }>> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.type === expected) resolve(data as Extract<Reply, { type: T }>)
      else reject(new Error(data.type === 'failed' ? data.message : `answered ${data.type}`))
    }
    worker.onerror = ({ message }) => reject(new Error(message || 'the worker could not be started'))
    worker.postMessage(request)
  })
}

export class Remote implements Contestant {
  readonly name: string
  readonly device = null
  readonly #peer: PeerName
  readonly #worker: Worker

  constructor(peer: PeerName, worker = spawnPeer()) {
    this.name = peer
    this.#peer = peer
    this.#worker = worker
  }

  async prepare(work: Work) {
    await ask(this.#worker, { type: 'prepare', peer: this.#peer, work }, 'ready')
  }

  async epochs(k: number): Promise<Trained> {
    const from = performance.now()
    const { losses } = await ask(this.#worker, { type: 'epochs', k }, 'trained')
    return { ...losses, ms: performance.now() - from }
  }

  dispose() {
    this.#worker.terminate()
  }
}
