/**
 * (g) What a long run holds, after a garbage collection, early and late in it: in the engine's worker and in the page,
 * which keeps the history on purpose. The run is paused for each look.
 */
import { openApp, PLANE } from './app.mjs'

const EARLY = 100
const LATE = 10_000

export async function memory(browser, { url }) {
  const { page, close } = await openApp(browser, url, PLANE)
  const session = await page.context().newCDPSession(page)
  const workers = await workerSessions(session)
  await page.evaluate(stepTo, EARLY)
  const early = await look(page, session, workers)
  await page.evaluate(runPast, LATE)
  const late = await look(page, session, workers)
  const engine = await page.evaluate(() => window.fittingRoom.runs()[0].engine)
  await close()
  return { early, late, engine: engine.name }
}

/** In the page: epoch by epoch, each waited for, to exactly this one. */
async function stepTo(epoch) {
  const done = () => window.fittingRoom.runs()[0]?.epochs.length ?? 0
  const step = [...document.querySelectorAll('button')].find(({ textContent }) => /^Step/.test(textContent))
  for (let next = 1; next <= epoch; next++) {
    step.click()
    while (done() < next) await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** In the page, where a message from outside would come epochs later: runs on until this epoch is over, then pauses. */
async function runPast(epoch) {
  const press = (name) =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith(name)).click()
  const shown = () => Number(document.querySelector('[role=progressbar]').getAttribute('aria-valuenow'))
  press('Resume')
  while (shown() < epoch) await new Promise((resolve) => setTimeout(resolve, 5))
  press('Pause')
  await new Promise((resolve) => setTimeout(resolve, 500))
}

async function look(page, session, workers) {
  // Twice: what the first collection's finalizers let go, the second takes.
  const heap = async (send) => {
    for (let i = 0; i < 2; i++) await send('HeapProfiler.collectGarbage')
    const { usedSize, backingStorageSize = 0 } = await send('Runtime.getHeapUsage')
    return { heap: usedSize, buffers: backingStorageSize, wasm: await wasmBytes(send) }
  }
  const epoch = await page.evaluate(() => window.fittingRoom.runs()[0].epochs.length)
  await page.waitForTimeout(500)
  const inPage = await heap((method, given) => session.send(method, given))
  const inWorkers = []
  for (const send of workers.values()) inWorkers.push(await heap(send))
  const sum = (key) => inWorkers.reduce((total, usage) => total + usage[key], 0)
  const worker = { heap: sum('heap'), buffers: sum('buffers'), wasm: sum('wasm') }
  return { epoch, page: inPage, worker, workers: inWorkers.length }
}

/** Bytes of all WebAssembly memories of a target. */
async function wasmBytes(send) {
  const { result } = await send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' })
  const { objects } = await send('Runtime.queryObjects', { prototypeObjectId: result.objectId })
  const total = await send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration:
      'function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) }',
    returnByValue: true,
  })
  return total.result.value
}

/** A sender for each of the page's workers, present and to come. */
async function workerSessions(session) {
  const workers = new Map()
  const waiting = new Map()
  let asked = 0
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type !== 'worker') return
    workers.set(sessionId, (method, params = {}) => {
      const id = ++asked
      const message = JSON.stringify({ id, method, params })
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject)
      })
    })
  })
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId))
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result, error } = JSON.parse(message)
    const asker = waiting.get(id)
    waiting.delete(id)
    if (error) asker?.reject(new Error(error.message))
    else asker?.resolve(result)
  })
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  return workers
}
