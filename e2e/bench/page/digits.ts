/** (b) An epoch of the digit network, both parts evaluated at its end by everyone. */
import type { EngineClient } from '../../../src/client/engine-client.ts'
import { loadPacked } from '../../../src/client/packed-data.ts'
import type { Experiment } from '../../../src/domain/experiment/experiment.ts'
import { denseLayers } from '../../../src/domain/network/network.ts'
import { type Comparison, compare, type Entry } from './compare.ts'
import type { Work } from './contestant.ts'
import { Ours } from './ours.ts'
import { ask, Remote, spawnPeer } from './remote.ts'
import { digitsExperiment } from './works.ts'

const ROUNDS = 5
const TARGET = 800

export interface Digits extends Comparison {
  /** The arithmetic of an epoch, evaluation included, in GFLOP. */
  readonly gflop: number
  /** The speed of the engine's matrix kernel, in GFLOP/s. */
  readonly peak: number
}

export async function digits(client: EngineClient): Promise<Digits> {
  const experiment = digitsExperiment()
  const source = await loadPacked('digits', () => {})
  const work: Work = { experiment, source, frozenTrainingLoss: true }
  const like = new Ours(client, 'wasm').name
  const entries: Entry[] = [
    ...(['wasm', 'webgl', 'auto'] as const).map((engine) => ({
      contestant: new Ours(client, engine),
      work,
      like,
      target: TARGET,
    })),
    ...(['webgl', 'wasm'] as const).map((backend) => ({
      contestant: new Remote(`TensorFlow.js model.fit, ${backend}`),
      work,
      like,
      ownOrder: true,
      target: TARGET,
    })),
    {
      contestant: new Remote('TensorFlow.js model.fit, cpu'),
      work,
      like,
      ownOrder: true,
      target: TARGET,
      once: true,
    },
    { contestant: new Remote('jax-js, wasm'), work, like, target: TARGET },
  ]
  const comparison = await compare(entries, { rounds: ROUNDS, first: 1, guessing: Math.log(10) })
  const worker = spawnPeer()
  const { gflops } = await ask(worker, { type: 'peak' }, 'peaked')
  worker.terminate()
  return { ...comparison, gflop: flop(experiment) / 1e9, peak: gflops }
}

/**
 * The operations of the matrix products of an epoch: forward pass, gradient of the kernels, gradient of the hidden
 * layers; and evaluation.
 */
function flop(experiment: Experiment): number {
  const { train, validation } = experiment.data
  const kernels = denseLayers(experiment).map(({ inputs, units }) => inputs * units)
  const all = kernels.reduce((sum, size) => sum + size, 0)
  return train * (6 * all - 2 * kernels[0]!) + (train + validation) * 2 * all
}
