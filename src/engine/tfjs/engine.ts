/** TensorFlow.js as an engine. Loaded only by a worker that is asked to be one of its two. */
import { ENGINES } from '../../domain/run/engines.ts'
import { CPU_FLOPS, QUEUED } from '../training/chunks.ts'
import type { Engine } from '../training/engine.ts'
import { openBackend, type TfjsBackend, watchDevice } from './backend.ts'
import { createTfjsTrainer } from './trainer.ts'

/** Throws with the reason when the backend is missing or wrong. */
export async function openTfjs(name: TfjsBackend): Promise<Engine> {
  return {
    info: await openBackend(name),
    createTrainer: createTfjsTrainer,
    pieceFlops: ENGINES[name].queuesWork ? QUEUED : CPU_FLOPS,
    queues: ENGINES[name].queuesWork,
    watch: (onLost) => watchDevice(() => onLost('the WebGL context was lost')),
  }
}
