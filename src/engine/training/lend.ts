import type { Engine } from './engine.ts'
import type { Trainer, TrainerSpec } from './trainer.ts'

/** Makes a trainer for as long as it is used. */
export function lend<T>(engine: Engine, spec: TrainerSpec, use: (trainer: Trainer) => T): T {
  const trainer = engine.createTrainer(spec)
  try {
    return use(trainer)
  } finally {
    trainer.dispose()
  }
}
