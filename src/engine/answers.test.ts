import { describe, expect, it } from 'vitest'
import { initialWeights } from '../domain/network/initial-weights.ts'
import { cpu, openHost, quiet, small, wasm } from './host.testing.ts'
import { tf } from './tfjs/tf.ts'

describe('questions', () => {
  it('the test score is of the given weights, on the test part alone', async () => {
    const { ask } = openHost()
    const experiment = small()
    const weights = initialWeights(experiment)
    const before = tf.memory().numTensors
    const answer = await ask({ type: 'test', request: 1, experiment, weights })
    expect(answer).toMatchObject({
      type: 'tested',
      score: { loss: expect.any(Number), accuracy: expect.any(Number) },
    })
    const other = await ask({
      type: 'test',
      request: 2,
      experiment: small({ data: { ...experiment.data, validation: 5 } }),
      weights,
    })
    expect(other).toEqual({ ...answer, request: 2 })
    expect(tf.memory().numTensors).toBe(before)
  })

  it('rows are encoded as in training: raw coordinates in, probabilities out', async () => {
    const { ask } = openHost()
    const experiment = small()
    const answer = await ask({
      type: 'predict',
      request: 1,
      experiment,
      weights: initialWeights(experiment),
      rows: Float32Array.of(0, 0, 1, 1),
    })
    expect(answer).toMatchObject({ type: 'predicted' })
    if (answer.type !== 'predicted') return
    expect(answer.outputs).toHaveLength(2)
    for (const p of answer.outputs) expect(p > 0 && p < 1).toBe(true)
  })

  it('what it would take: two times, and nothing is left behind', async () => {
    for (const device of [wasm, cpu]) {
      const { ask } = openHost(device)
      const before = tf.memory().numTensors
      const answer = await ask({ type: 'time', request: 1, experiment: small() })
      const time = { epoch: expect.any(Number), start: expect.any(Number) }
      expect(answer).toEqual({ type: 'timed', request: 1, time })
      expect(answer.type === 'timed' && answer.time.epoch).toBeGreaterThan(0)
      expect(tf.memory().numTensors).toBe(before)
    }
  })

  it('no run waits behind a measurement: it is refused, and nothing is left of it', async () => {
    const { host, events, until, start } = openHost(cpu)
    const before = tf.memory().numTensors
    const refused = until(({ type }) => type === 'unanswered')
    const over = until(({ type }) => type === 'finished')
    const model = { layers: [{ units: 200 }, { units: 200 }] }
    host.hear({ type: 'time', request: 7, experiment: small({ model }) })
    start('a', small())
    await Promise.all([refused, over])
    expect(events).toContainEqual({ type: 'unanswered', request: 7, message: 'a run was started' })
    await quiet()
    expect(tf.memory().numTensors).toBe(before)
  })

  it('a run in progress is looked into with its present weights, and nothing is left behind', async () => {
    for (const device of [wasm, cpu]) {
      const { host, ask, until, start, events } = openHost(device)
      const experiment = small({ training: { batchSize: 10, epochs: 100_000 }, earlyStopping: null })
      const paused = until(({ type }) => type === 'paused')
      start('a', experiment)
      await until(({ type }) => type === 'epochs')
      host.hear({ type: 'step', run: 'a' })
      await paused
      const before = tf.memory().numTensors
      const checkpoint = events.findLast((event) => event.type === 'checkpoint')
      const rows = Float32Array.of(0.2, -0.3)
      const what = { kind: 'units', rows, step: null } as const
      const answer = await ask({ type: 'inspect-run', request: 1, run: 'a', what })
      expect(tf.memory().numTensors).toBe(before)
      const outputs = await ask({ type: 'predict-run', request: 2, run: 'a', rows })
      if (answer.type !== 'inspected' || answer.seen.kind !== 'units') throw new Error(answer.type)
      if (checkpoint?.type !== 'checkpoint' || outputs.type !== 'predicted') throw new Error(outputs.type)
      expect(answer.seen.weights).toEqual(checkpoint.checkpoint.state.weights)
      expect(answer.seen.layers.at(-1)).toEqual(outputs.outputs)
      host.hear({ type: 'dispose', run: 'a' })
      await quiet()
    }
  })

  it('questions about a run that is over are refused, not ignored', async () => {
    const { ask } = openHost()
    const answer = await ask({ type: 'predict-run', request: 9, run: 'gone', rows: new Float32Array(2) })
    expect(answer).toEqual({ type: 'unanswered', request: 9, message: 'the run is over' })
  })
})
