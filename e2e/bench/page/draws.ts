/**
 * (h) WebGL draw calls of one training step. An epoch draws for its steps and for its end; two runs that differ in
 * their number of steps alone tell the two apart.
 */
import { WorkerClient } from '../../../src/client/client.ts'
import type { Contestant, Work } from './contestant.ts'
import { Ours } from './ours.ts'
import { Remote } from './remote.ts'
import { drawsExperiment } from './works.ts'

const EPOCHS = 4
const [FEW, MANY] = [4, 8]

export interface Draws {
  readonly name: string
  readonly step: number
}

export async function draws(): Promise<Draws[]> {
  const client = new WorkerClient(
    () => new Worker(new URL('./counted-engine.ts', import.meta.url), { type: 'module', name: 'ours' }),
  )
  const peer = () => {
    const worker = new Worker(new URL('./counted-peer.ts', import.meta.url), { type: 'module', name: 'fit' })
    return new Remote('TensorFlow.js model.fit, webgl', worker)
  }
  return [await step(() => new Ours(client, 'webgl'), 'ours'), await step(peer, 'fit')]
}

async function step(create: () => Contestant, worker: string): Promise<Draws> {
  const counted: number[] = []
  let name = ''
  for (const batches of [FEW, MANY]) {
    const contestant = create()
    name = contestant.name
    const work: Work = { experiment: drawsExperiment(batches), source: null, frozenTrainingLoss: false }
    await contestant.prepare(work)
    await contestant.epochs(1)
    const before = await drawn(worker)
    await contestant.epochs(EPOCHS)
    counted.push((await drawn(worker)) - before)
    contestant.dispose()
  }
  return { name, step: (counted[1]! - counted[0]!) / (EPOCHS * (MANY - FEW)) }
}

function drawn(worker: string): Promise<number> {
  const channel = new BroadcastChannel(worker)
  return new Promise((resolve) => {
    channel.onmessage = ({ data }) => {
      channel.close()
      resolve(data as number)
    }
    channel.postMessage('how many')
  })
}
