/** TensorFlow.js as an engine. Loaded only by a worker that is asked to be one of its two. */
import type { EngineName } from '../../domain/run/run.ts'
import { CPU_FLOPS, QUEUED } from '../training/chunks.ts'
import type { Engine } from '../training/engine.ts'
import { openBackend, watchDevice } from './backend.ts'
import { createTfjsTrainer } from './trainer.ts'

/** Throws with the reason when the backend is missing or wrong. */
export async function openTfjs(name: Exclude<EngineName, 'wasm'>): Promise<Engine> {
  return {
    info: await openBackend(name),
    createTrainer: createTfjsTrainer,
    pieceFlops: name === 'cpu' ? CPU_FLOPS : QUEUED,
    queues: name === 'webgl',
    watch: (onLost) => watchDevice(() => onLost('the WebGL context was lost')),
  }
}
