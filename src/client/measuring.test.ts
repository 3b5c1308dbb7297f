/** What engines take is measured for the runs that may be trained on any of them. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { WorkerClient } from './client.ts'
import {
  answerTime,
  epochs,
  fakeClient,
  installFakeWorkers,
  open,
  questions,
  reported,
  row,
  settle,
  experiment as small,
  wide,
  workerOf,
  workersOf,
} from './fake-workers.testing.ts'

installFakeWorkers()
let client: WorkerClient
beforeEach(() => {
  client = fakeClient()
})

describe('a measurement', () => {
  it('is made once for experiments of one shape', async () => {
    client.start('a', wide())
    open(workerOf('webgl'))
    client.start('b', wide({ seed: { data: 2, weights: 2, training: 2 } }))
    expect(questions(workerOf('webgl'))).toHaveLength(1)
    client.start('c', wide({ training: { batchSize: 50 } }))
    expect(questions(workerOf('webgl'))).toHaveLength(2)
  })

  it('is made anew for residual blocks: they are more work than plain layers', async () => {
    client.prepare(small)
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 1e-3)
    client.prepare({ ...small, model: { ...small.model, kind: 'residual-mlp' } })
    expect(questions(workerOf('wasm'))).toHaveLength(2)
  })

  it('that was interrupted is asked for again while the run goes on', async () => {
    client.start('a', wide())
    open(workerOf('wasm'))
    open(workerOf('webgl'))
    const { request } = questions(workerOf('webgl'))[0]!
    workerOf('webgl').say({ type: 'unanswered', request, message: 'a run was started' })
    await settle()
    epochs('wasm', 1, 3, 1)
    expect(questions(workerOf('webgl'))).toHaveLength(2)
  })

  it('that fails again and again is given up', async () => {
    client.start('a', wide())
    open(workerOf('wasm'))
    open(workerOf('webgl'))
    for (let epoch = 1; epoch <= 12; epoch++) {
      const { request } = questions(workerOf('webgl')).at(-1)!
      workerOf('webgl').say({ type: 'unanswered', request, message: 'allocation failed' })
      await settle()
      epochs('wasm', epoch, epoch, 1)
    }
    expect(questions(workerOf('webgl'))).toHaveLength(5)
  })

  it('gives way to what a run really took', async () => {
    client.prepare(wide())
    open(workerOf('wasm'))
    await answerTime(workerOf('wasm'), 5)
    client.start('a', wide(), { engine: 'wasm' })
    client.start('b', wide())
    for (const worker of workersOf('wasm')) open(worker)
    workerOf('wasm', 1).say(reported('b', [row(1, 2), row(2, 2), row(3, 2)]))
    expect(client.speeds(wide())).toEqual([{ engine: 'wasm', epochsPerSecond: 0.5 }])
  })
})
