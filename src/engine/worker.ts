/**
 * The doorway: messages in, messages out. The first command says which engine to be; the rest wait for it. An engine's
 * code is fetched when it is asked for: whoever trains on WebAssembly never loads TensorFlow.js.
 */
import { messageOf } from '../domain/message-of.ts'
import type { EngineName } from '../domain/run/engines.ts'
import type { Command } from '../protocol/command.ts'
import type { EngineEvent } from '../protocol/event.ts'
import { handedOver } from './handed-over.ts'
import { Host } from './host.ts'
import type { Engine } from './training/engine.ts'
import { rest, yieldToMessages } from './training/yield-to-messages.ts'
import { sharedKernels } from './wasm/threads/isolated.ts'

const post = (event: EngineEvent) => postMessage(event, { transfer: handedOver(event) })
const now = () => performance.now()
let host: Host | null = null

const LOADERS: Readonly<Record<EngineName, (cores: number) => Promise<Engine>>> = {
  wasm: async (cores) => {
    const [{ openWasm }, shared] = await Promise.all([import('./wasm/engine.ts'), sharedKernels(cores)])
    return openWasm(shared)
  },
  webgl: async () => (await import('./tfjs/engine.ts')).openTfjs('webgl'),
  cpu: async () => (await import('./tfjs/engine.ts')).openTfjs('cpu'),
}

addEventListener('message', ({ data: command }: MessageEvent<Command>) => {
  if (command.type === 'open') void open(command.engine, command.cores)
  else host?.hear(command)
})

async function open(name: EngineName, cores: number) {
  try {
    const engine = await LOADERS[name](cores)
    engine.watch((reason) => post({ type: 'lost', reason }))
    host = new Host(engine, { post, now, yieldToMessages, rest })
    post({ type: 'opened', engine: engine.info })
  } catch (error) {
    post({ type: 'refused', engine: name, reason: messageOf(error) })
  }
}
