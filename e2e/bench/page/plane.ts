/** (a) An epoch of the 2-D case, losses of both parts included. */
import type { EngineClient } from '../../../src/client/engine-client.ts'
import { rawSamples } from '../../../src/domain/data/dataset.ts'
import { ENGINE_NAMES } from '../../../src/domain/run/engines.ts'
import { type Comparison, compare, type Entry } from './compare.ts'
import type { Work } from './contestant.ts'
import { Ours } from './ours.ts'
import { Remote } from './remote.ts'
import { planeExperiment } from './works.ts'

const ROUNDS = 5
/** Our engines start a new run in each call, so they get longer rounds. */
const OURS = 1000
const PEERS = 400
const SGD = { kind: 'sgd', learningRate: 0.1 } as const

export async function plane(client: EngineClient, batchSize: number): Promise<Comparison> {
  const adam = workOf(batchSize, {})
  const sgd = workOf(batchSize, SGD)
  const oursSgd = new Ours(client, 'wasm', ', SGD')
  const like = new Ours(client, 'wasm').name
  const entries: Entry[] = [
    ...[...ENGINE_NAMES, 'auto' as const].map((engine) => ({
      contestant: new Ours(client, engine),
      work: adam,
      like,
      target: OURS,
    })),
    { contestant: oursSgd, work: sgd, like: null, target: OURS },
    ...(['webgl', 'wasm', 'cpu'] as const).map((backend) => ({
      contestant: new Remote(`TensorFlow.js model.fit, ${backend}`),
      work: adam,
      like,
      ownOrder: true,
      target: PEERS,
    })),
    { contestant: new Remote('jax-js, wasm'), work: adam, like, target: PEERS },
    { contestant: new Remote('scalar typed arrays'), work: adam, like, target: PEERS },
    { contestant: new Remote('ConvNetJS'), work: adam, like: null, target: PEERS },
    {
      contestant: new Remote('objects (Playground’s design), SGD'),
      work: sgd,
      like: oursSgd.name,
      target: PEERS,
    },
  ]
  // Batches three times as large take three times as many epochs to get as far.
  return compare(entries, { rounds: ROUNDS, first: 2 * batchSize, guessing: guessing(adam) })
}

function workOf(batchSize: number, optimizer: Parameters<typeof planeExperiment>[1]): Work {
  return { experiment: planeExperiment(batchSize, optimizer), source: null, frozenTrainingLoss: false }
}

function guessing({ experiment }: Work): number {
  const { targets, count } = rawSamples(experiment, 'train')
  const share = [...targets].reduce((sum, target) => sum + target, 0) / count
  return -share * Math.log(share) - (1 - share) * Math.log(1 - share)
}
