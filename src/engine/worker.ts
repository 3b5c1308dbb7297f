/** The doorway: messages in, messages out. The first command says which engine to be; the rest wait for it. */
import type { EngineName } from '../domain/run.ts'
import type { Command } from '../protocol/command.ts'
import type { EngineEvent } from '../protocol/event.ts'
import { breathe } from './breathe.ts'
import { Host } from './host.ts'
import { pieceFlopsOf } from './pieces.ts'
import { openBackend, watchDevice } from './tfjs/backend.ts'
import { createTfjsTrainer } from './tfjs/trainer.ts'

const post = (event: EngineEvent) => postMessage(event)
const now = () => performance.now()
let host: Host | null = null

addEventListener('message', ({ data: command }: MessageEvent<Command>) => {
  if (command.type === 'open') void open(command.engine)
  else host?.hear(command)
})

async function open(name: EngineName) {
  try {
    const engine = await openBackend(name)
    watchDevice(() => post({ type: 'lost', reason: 'the WebGL context was lost' }))
    host = new Host({
      createTrainer: createTfjsTrainer,
      post,
      now,
      breathe,
      pieceFlops: pieceFlopsOf(engine),
    })
    post({ type: 'opened', engine })
  } catch (error) {
    post({ type: 'refused', engine: name, reason: error instanceof Error ? error.message : String(error) })
  }
}
