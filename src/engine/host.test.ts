import { describe, expect, it } from 'vitest'
import { OPTIMIZERS } from '../domain/experiment/experiment.ts'
import { flatWeights, initialWeights } from '../domain/network/initial-weights.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { unpackRows } from '../domain/run/packing.ts'
import type { EngineEvent } from '../protocol/event.ts'
import { openHost, quiet, small, wasm } from './host.testing.ts'
import { tf } from './tfjs/tf.ts'
import type { Engine } from './training/engine.ts'

describe('runs', () => {
  it('reports a run from its warming up to its weights', async () => {
    const { events, until, start } = openHost()
    const over = until(({ type }) => type === 'finished')
    start('a', small())
    await over
    const types = events.map(({ type }) => type)
    expect(types.slice(0, 2)).toEqual(['warming', 'running'])
    expect(types.at(-1)).toBe('finished')
    expect(
      events
        .flatMap((event) => (event.type === 'epochs' ? unpackRows(event.rows) : []))
        .map(({ epoch }) => epoch),
    ).toEqual([1, 2, 3])
    expect(events.at(-1)).toMatchObject({ last: [{ name: 'dense_1/kernel', shape: [2, 6] }, {}, {}, {}] })
  })

  it('several take turns, each as if it were alone', async () => {
    const together = openHost()
    const over = Promise.all(
      ['a', 'b', 'c'].map((run) => together.until((event) => event.type === 'finished' && event.run === run)),
    )
    const seeds = { a: 1, b: 2, c: 3 }
    for (const [run, weights] of Object.entries(seeds)) together.start(run, small({ seed: { weights } }))
    await over
    for (const [run, weights] of Object.entries(seeds)) {
      const alone = openHost()
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
    const alone = openHost(wasm)
    const done = alone.until(({ type }) => type === 'finished')
    alone.start('a', long)
    await done
    const first = openHost(wasm)
    const left = first.until(({ type }) => type === 'left')
    first.start('a', long)
    first.host.hear({ type: 'leave', run: 'a' })
    await left
    const from = first.events.flatMap((event) => (event.type === 'left' ? [event.checkpoint] : []))[0]!
    expect(from.epoch).toBeLessThan(40)
    const second = openHost(wasm)
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

  describe('what it is told before its trainer is made is heard', () => {
    const endless = small({ training: { batchSize: 10, epochs: 100_000 }, earlyStopping: null })

    it('a stop ends it', async () => {
      const { host, events, until, start } = openHost(wasm)
      const over = until(({ type }) => type === 'finished')
      start('a', endless)
      host.hear({ type: 'stop', run: 'a' })
      await over
      expect(events.at(-1)).toMatchObject({ outcome: { kind: 'stopped' } })
    })

    it('a pause lasts until it may go on', async () => {
      const { host, events, until, start } = openHost(wasm)
      const paused = until(({ type }) => type === 'paused')
      start('a', endless)
      host.hear({ type: 'pause', run: 'a' })
      await paused
      const epochs = () => events.filter(({ type }) => type === 'epochs').length
      const before = epochs()
      await quiet()
      expect(events.at(-1)).toMatchObject({ type: 'paused' })
      expect(epochs()).toBe(before)
      const goesOn = until(({ type }) => type === 'epochs')
      host.hear({ type: 'resume', run: 'a' })
      await goesOn
      host.hear({ type: 'dispose', run: 'a' })
    })

    it('a run that is not wanted any more gets no trainer', async () => {
      let made = 0
      const counting: Engine = {
        ...wasm,
        createTrainer(spec) {
          made++
          return wasm.createTrainer(spec)
        },
      }
      const { host, events, start } = openHost(counting)
      start('a', endless)
      host.hear({ type: 'dispose', run: 'a' })
      await quiet()
      expect(made).toBe(0)
      expect(events.map(({ type }) => type)).toEqual(['warming'])
    })
  })

  it('states of its epochs go with the epochs of a run that was asked for them, and of no other', async () => {
    const { host, events, start, until } = openHost(wasm)
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
    const { events, start } = openHost()
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
    const { host, events, until, start } = openHost()
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
  const { host } = openHost({ ...wasm, limitCores: (cores) => void heard.push(cores) })
  host.hear({ type: 'cores', cores: 1 })
  expect(heard).toEqual([1])
})

describe('work that cannot give way', () => {
  /** Tells at each call of a trainer whether it was announced. */
  function watched(queuesWork: boolean) {
    const seen: [string, boolean][] = []
    const told = { announced: { busy: false } }
    const spied: Engine = {
      ...wasm,
      queuesWork,
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
    const room = openHost(spied)
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
    const { announced, start } = openHost()
    start('a', expectExperiment({ data: { set: 'digits' } }))
    await quiet()
    expect(announced.busy).toBe(false)
  })
})
