/** TensorFlow.js as an engine. Loaded only by a worker that is asked to be one of its two. */

import type { Experiment } from '../../domain/experiment/experiment.ts'
import { networkLayers } from '../../domain/network/network.ts'
import { ENGINES } from '../../domain/run/engines.ts'
import { CPU_CHUNK_FLOPS } from '../training/chunks.ts'
import type { Engine } from '../training/engine.ts'
import { deviceSpeed, openBackend, type TfjsBackend, watchDevice } from './backend.ts'
import { createTfjsTrainer } from './trainer.ts'

/** The time that a chunk of work shall take a device with a queue, in s. */
const CHUNK_SECONDS = 0.025
/** What a device reaches in a layer, as a share of what it reaches in matrix products. */
const EFFICIENCY = { dense: 1, recurrent: 1 / 2, convolution: 1 / 4 } as const

/** Throws with the reason when the backend is missing or wrong. */
export async function openTfjs(name: TfjsBackend): Promise<Engine> {
  const { queuesWork } = ENGINES[name]
  const info = await openBackend(name)
  const speed = queuesWork ? deviceSpeed() : 0
  return {
    info,
    createTrainer: createTfjsTrainer,
    chunkFlops: queuesWork
      ? (experiment) => CHUNK_SECONDS * speed * efficiency(experiment)
      : () => CPU_CHUNK_FLOPS,
    queuesWork,
    watch: (onLost) => watchDevice(() => onLost('the WebGL context was lost')),
  }
}

function efficiency(experiment: Experiment): number {
  return Math.min(...networkLayers(experiment).map(({ kind }) => EFFICIENCY[kind]))
}
