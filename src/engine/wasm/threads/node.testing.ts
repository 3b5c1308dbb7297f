/** Helpers in threads of Node: the file that a browser runs in a worker, with a worker's globals. */
import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { transformWithOxc } from 'vite'
import type { HelperLike } from './team.ts'

const GLOBALS = `
  const { parentPort } = require('node:worker_threads')
  const postMessage = (message) => parentPort.postMessage(message)
  const addEventListener = (_, listener) => parentPort.on('message', (data) => listener({ data }))
`

const file = new URL('./helper.ts', import.meta.url)
const { code } = await transformWithOxc(await readFile(file, 'utf8'), 'helper.ts')

export function spawnHelper(): HelperLike {
  const worker = new Worker(GLOBALS + code.replace(/^export .*$/m, ''), { eval: true })
  const helper: HelperLike = {
    postMessage: (invitation) => worker.postMessage(invitation),
    terminate: () => void worker.terminate(),
    onmessage: null,
    onerror: null,
  }
  worker.on('message', (data) => helper.onmessage?.({ data } as MessageEvent))
  worker.on('error', ({ message }) => helper.onerror?.({ message } as ErrorEvent))
  return helper
}
