import { describe, expect, it } from 'vitest'
import { type Experiment, type ExperimentInput, OPTIMIZERS } from '../domain/experiment/experiment.ts'
import { flatWeights, initialWeights } from '../domain/network/initial-weights.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { Command } from '../protocol/command.ts'
import type { EngineEvent } from '../protocol/event.ts'
import { Host } from './host.ts'
import { tf } from './tfjs/tf.ts'
import { engines } from './trainers.testing.ts'
import type { Engine } from './training/engine.ts'

const [wasm, cpu] = engines

const small = (more: ExperimentInput = {}): Experiment =>
  expectExperiment({
    data: { set: 'moons', train: 40, validation: 20, test: 30, noise: 0.2 },
    model: { layers: [{ units: 6 }] },
    training: { batchSize: 10, epochs: 3 },
    regularization: { dropout: 0.1, l1: 1e-3 },
    ...more,
  })

function engine(device: Engine = cpu) {
  const events: EngineEvent[] = []
  /** Whether the worker has announced that it may hear nothing for long. */
  const announced = { busy: false }
  const waiting: { done: (event: EngineEvent) => boolean; resolve: () => void }[] = []
  const host = new Host(device, {
    post(event) {
      if (event.type === 'busy') {
        expect(event.busy).toBe(!announced.busy)
        announced.busy = event.busy
        return
      }
      events.push(event)
      for (const each of waiting.splice(0)) each.done(event) ? each.resolve() : waiting.push(each)
    },
    now: () => performance.now(),
    yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
    rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
  const until = (done: (event: EngineEvent) => boolean) =>
    new Promise<void>((resolve) => {
      waiting.push({ done, resolve })
    })
  const start = (run: string, experiment: Experiment) =>
    host.hear({
      type: 'start',
      run,
      experiment,
      weights: null,
      from: null,
      oneEpoch: false,
      pace: null,
      keepEpochs: false,
    })
  const ask = async (question: Extract<Command, { request: number }>) => {
    const answered = (event: EngineEvent) => 'request' in event && event.request === question.request
    const answer = until(answered)
    host.hear(question)
    await answer
    return events.find(answered)!
  }
  return { host, events, announced, until, start, ask }
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, 30))

describe('runs', () => {
  it('reports a run from its warming up to its weights', async () => {
    const { events, until, start } = engine()
    const over = until(({ type }) => type === 'finished')
    start('a', small())
    await over
    const types = events.map(({ type }) => type)
    expect(types.slice(0, 2)).toEqual(['warming', 'running'])
    expect(types.at(-1)).toBe('finished')
    expect(
      events.flatMap((event) => (event.type === 'epochs' ? event.rows : [])).map(({ epoch }) => epoch),
    ).toEqual([1, 2, 3])
    expect(events.at(-1)).toMatchObject({ last: [{ name: 'dense_1/kernel', shape: [2, 6] }, {}, {}, {}] })
  })

  it('several take turns, each as if it were alone', async () => {
    const together = engine()
    const over = Promise.all(
      ['a', 'b', 'c'].map((run) => together.until((event) => event.type === 'finished' && event.run === run)),
    )
    const seeds = { a: 1, b: 2, c: 3 }
    for (const [run, weights] of Object.entries(seeds)) together.start(run, small({ seed: { weights } }))
    await over
    for (const [run, weights] of Object.entries(seeds)) {
      const alone = engine()
      const done = alone.until(({ type }) => type === 'finished')
      alone.start(run, small({ seed: { weights } }))
      await done
      const last = (events: EngineEvent[]) =>
        events.find((event) => event.type === 'finished' && event.run === run) as Extract<
          EngineEvent,
          { type: 'finished' }
        >
      expect(last(together.events).last).toEqual(last(alone.events).last)
    }
  })

  it('a run that is asked to leave is whole in its checkpoint, and another worker continues it', async () => {
    const long = small({ training: { batchSize: 10, epochs: 40 }, earlyStopping: null })
    const alone = engine(wasm)
    const done = alone.until(({ type }) => type === 'finished')
    alone.start('a', long)
    await done
    const first = engine(wasm)
    const left = first.until(({ type }) => type === 'left')
    first.start('a', long)
    first.host.hear({ type: 'leave', run: 'a' })
    await first.until(({ type }) => type === 'running')
    first.host.hear({ type: 'leave', run: 'a' })
    await left
    const from = first.events.flatMap((event) => (event.type === 'left' ? [event.checkpoint] : []))[0]!
    expect(from.epoch).toBeLessThan(40)
    const second = engine(wasm)
    const over = second.until(({ type }) => type === 'finished')
    second.host.hear({
      type: 'start',
      run: 'a',
      experiment: long,
      weights: null,
      from,
      oneEpoch: false,
      pace: null,
      keepEpochs: false,
    })
    await over
    expect(second.events.at(-1)).toEqual(alone.events.at(-1))
  })

  it('states of its epochs go with the epochs of a run that was asked for them, and of no other', async () => {
    const { host, events, start, until } = engine(wasm)
    const keptOf = (run: string) =>
      events.flatMap((event) => (event.type === 'epochs' && event.run === run ? (event.kept ?? []) : []))
    const experiment = small({ training: { batchSize: 10, epochs: 5 }, earlyStopping: null })
    const over = until(({ type }) => type === 'finished')
    const asks = { weights: null, from: null, oneEpoch: false, pace: null, keepEpochs: true } as const
    host.hear({ type: 'start', run: 'a', experiment, ...asks })
    await over
    expect(keptOf('a').flatMap(({ epochs }) => epochs)).toEqual([1, 2, 3, 4, 5])
    const end = events.findLast((event) => event.type === 'finished')
    const last = flatWeights(end?.type === 'finished' ? end.last : [])
    // Adam keeps two averages of every weight.
    const { slots, values } = keptOf('a').at(-1)!
    expect(slots.at(-1)).toBe(2)
    expect(values.subarray(values.length - 3 * last.length, values.length - 2 * last.length)).toEqual(last)
    const ended = until((event) => event.type === 'finished' && event.run === 'b')
    start('b', experiment)
    await ended
    expect(keptOf('b')).toEqual([])
  })

  it('a failure inside a run is that run’s event', async () => {
    const { events, start } = engine()
    start('a', expectExperiment({ data: { set: 'digits' } }))
    await quiet()
    expect(events.at(-1)).toMatchObject({
      type: 'failed',
      run: 'a',
      reason: 'bug',
      message: 'digits was not supplied',
    })
  })

  it('disposed of in the middle, twenty times: every tensor is freed and nothing more is said', async () => {
    const { host, events, until, start } = engine()
    const warm = until(({ type }) => type === 'finished')
    start('warm', small())
    await warm
    await quiet()
    const before = tf.memory().numTensors
    for (let i = 0; i < 20; i++) {
      const kind = OPTIMIZERS[i % OPTIMIZERS.length]!
      const running = until((event) => event.type === 'epochs' && event.run === `run ${i}`)
      start(
        `run ${i}`,
        small({ optimizer: { kind }, training: { batchSize: 10, epochs: 100_000 }, earlyStopping: null }),
      )
      await running
      host.hear({ type: 'dispose', run: `run ${i}` })
      await quiet()
      expect(tf.memory().numTensors).toBe(before)
    }
    expect(events.filter(({ type }) => type === 'finished')).toHaveLength(1)
  })
})

it('an engine hears how many cores its runs may use', () => {
  const heard: number[] = []
  const { host } = engine({ ...wasm, limitCores: (cores) => void heard.push(cores) })
  host.hear({ type: 'cores', cores: 1 })
  expect(heard).toEqual([1])
})

describe('work that cannot give way', () => {
  /** Tells at each call of a trainer whether it was announced. */
  function watched(queues: boolean) {
    const seen: [string, boolean][] = []
    const told = { announced: { busy: false } }
    const spied: Engine = {
      ...wasm,
      queues,
      createTrainer(spec) {
        seen.push(['create', told.announced.busy])
        const trainer = wasm.createTrainer(spec)
        const { update, measure } = trainer
        trainer.update = (rate) => {
          seen.push(['update', told.announced.busy])
          update.call(trainer, rate)
        }
        trainer.measure = (part, from, to) => {
          seen.push([`measure ${part}`, told.announced.busy])
          measure.call(trainer, part, from, to)
        }
        return trainer
      },
    }
    const room = engine(spied)
    told.announced = room.announced
    const when = (call: string) => seen.flatMap(([name, busy]) => (name === call ? [busy] : []))
    return { ...room, when }
  }

  it('is announced, and nothing else is: a run that is trained answers between two chunks', async () => {
    const { announced, until, start, ask, when } = watched(false)
    const over = until(({ type }) => type === 'finished')
    start('a', small())
    await over
    expect(when('create')).toEqual([true])
    expect(when('update')).toHaveLength(12)
    expect(when('update')).not.toContain(true)
    expect(announced.busy).toBe(false)
    const experiment = small()
    await ask({ type: 'test', request: 1, experiment, weights: initialWeights(experiment) })
    expect(when('measure test')).toEqual([true])
    await quiet()
    expect(announced.busy).toBe(false)
  })

  it('where a device compiles as it goes, is all of the first epoch', async () => {
    const { announced, until, start, when } = watched(true)
    const over = until(({ type }) => type === 'finished')
    start('a', small())
    await over
    expect(when('update')).toEqual([...Array(4).fill(true), ...Array(8).fill(false)])
    await quiet()
    expect(announced.busy).toBe(false)
  })

  it('ends with the run that it was for, however that ends', async () => {
    const { announced, start } = engine()
    start('a', expectExperiment({ data: { set: 'digits' } }))
    await quiet()
    expect(announced.busy).toBe(false)
  })
})

describe('questions', () => {
  it('the test score is of the given weights, on the test part alone', async () => {
    const { ask } = engine()
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
    const { ask } = engine()
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
      const { ask } = engine(device)
      const before = tf.memory().numTensors
      const answer = await ask({ type: 'time', request: 1, experiment: small() })
      const time = { epoch: expect.any(Number), start: expect.any(Number) }
      expect(answer).toEqual({ type: 'timed', request: 1, time })
      expect(answer.type === 'timed' && answer.time.epoch).toBeGreaterThan(0)
      expect(tf.memory().numTensors).toBe(before)
    }
  })

  it('no run waits behind a measurement: it is refused, and nothing is left of it', async () => {
    const { host, events, until, start } = engine(cpu)
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
      const { host, ask, until, start, events } = engine(device)
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
      const answer = await ask({ type: 'inspect-live', request: 1, run: 'a', what })
      expect(tf.memory().numTensors).toBe(before)
      const outputs = await ask({ type: 'predict-live', request: 2, run: 'a', rows })
      if (answer.type !== 'inspected' || answer.seen.kind !== 'units') throw new Error(answer.type)
      if (checkpoint?.type !== 'checkpoint' || outputs.type !== 'predicted') throw new Error(outputs.type)
      expect(answer.seen.weights).toEqual(checkpoint.checkpoint.state.weights)
      expect(answer.seen.layers.at(-1)).toEqual(outputs.outputs)
      host.hear({ type: 'dispose', run: 'a' })
      await quiet()
    }
  })

  it('questions about a run that is over are refused, not ignored', async () => {
    const { ask } = engine()
    const answer = await ask({ type: 'predict-live', request: 9, run: 'gone', rows: new Float32Array(2) })
    expect(answer).toEqual({ type: 'unanswered', request: 9, message: 'the run is over' })
  })
})
