/** How optimizers divide the learning rate in real runs, on both engines: measured only when asked for, and true. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../domain/data/dataset.ts'
import type { Experiment, ExperimentInput } from '../domain/experiment/experiment.ts'
import { networkLayers } from '../domain/network/network.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { permutation, stream } from '../domain/random.ts'
import type { EpochRates } from '../domain/training/effective-rates.ts'
import type { EngineEvent } from '../protocol/event.ts'
import { Host } from './host.ts'
import { eachEngine, step, type TestEngine, trainerOf } from './trainers.testing.ts'

const small = (more: ExperimentInput): Experiment =>
  expectExperiment({
    data: { set: 'moons', train: 40, validation: 20, test: 10, noise: 0.2 },
    model: { layers: [{ units: 6 }, { units: 4 }] },
    training: { batchSize: 10, epochs: 12 },
    earlyStopping: null,
    ...more,
  })

/** All events of a run on a host that is asked for rates, or not. */
async function eventsOf(engine: TestEngine, experiment: Experiment, on: boolean): Promise<EngineEvent[]> {
  const events: EngineEvent[] = []
  let end = () => {}
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  const host = new Host(engine, {
    post(event) {
      events.push(event)
      if (event.type === 'finished' || event.type === 'failed') end()
    },
    now: () => performance.now(),
    yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
    rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
  if (on) host.hear({ type: 'measure-rates', on: true })
  const options = { weights: null, from: null, oneEpoch: false, pace: null, keepEpochs: false }
  host.hear({ type: 'start', run: 'a', experiment, ...options })
  await over
  return events
}

const ratesIn = (events: readonly EngineEvent[]): EpochRates[] =>
  events.flatMap((event) => (event.type === 'rates' ? event.rates : []))

describe.each(eachEngine)('%s', (_, engine) => {
  it('measures nothing unless it is asked', async () => {
    expect(ratesIn(await eventsOf(engine, small({ optimizer: { kind: 'adam' } }), false))).toEqual([])
  })

  it('has none of an optimizer with one rate for all', async () => {
    expect(ratesIn(await eventsOf(engine, small({ optimizer: { kind: 'momentum' } }), true))).toEqual([])
  })

  it('measures each epoch of a short run, and at most a hundred of a long one', async () => {
    const short = ratesIn(await eventsOf(engine, small({ optimizer: { kind: 'adagrad' } }), true))
    expect(short.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 12 }, (_x, i) => i + 1))
    const long = small({ optimizer: { kind: 'adagrad' }, training: { batchSize: 40, epochs: 250 } })
    const thinned = ratesIn(await eventsOf(engine, long, true)).map(({ epoch }) => epoch)
    expect(thinned.slice(0, 3)).toEqual([1, 3, 6])
    expect(thinned.length).toBeLessThanOrEqual(101)
  })

  // The definition, from the optimizer's own averages at the end of each epoch.
  it.each(['adagrad', 'rmsprop', 'adam', 'adamw'] as const)(
    '%s: the quantiles are those of its weights',
    async (kind) => {
      const experiment = small({
        optimizer: { kind, learningRate: 0.02 },
        training: { batchSize: 10, epochs: 1 },
      })
      const [rates] = ratesIn(await eventsOf(engine, experiment, true))
      const { parts } = networkDataset(experiment, undefined)
      const trainer = trainerOf(engine, experiment, parts)
      // The same four updates, in the loop's order of samples.
      trainer.arrange(permutation(40, stream(experiment.seed.training, 'order', 1)))
      for (let index = 0; index < 4; index++) {
        const batch = { from: 10 * index, to: 10 * index + 10, epoch: 1, index }
        trainer.accumulate(batch, batch.from, batch.to)
        trainer.update(0.02)
      }
      const { slots } = trainer.readState()
      trainer.dispose()
      const byHand = (i: number) => {
        const square = (kind === 'adam' || kind === 'adamw' ? slots[1]! : slots[0]!)[i]!
        return kind === 'adagrad' || kind === 'rmsprop'
          ? 0.02 / Math.sqrt(square + 1e-7)
          : 0.02 / (Math.sqrt(square / (1 - 0.999 ** 4)) + 1e-7)
      }
      const sortedOf = ({ kernelAt, biasAt }: { readonly kernelAt: number; readonly biasAt: number }) =>
        Array.from({ length: biasAt - kernelAt }, (_x, i) => byHand(kernelAt + i)).sort((a, b) => a - b)
      // Twelve weights, then twenty-four: each median lies between two of them.
      const [first, second] = networkLayers(experiment).map(sortedOf)
      expect([first!.length, second!.length]).toEqual([12, 24])
      expect(rates!.layers[0]![2]).toBeCloseTo((first![5]! + first![6]!) / 2, 10)
      expect(rates!.layers[0]![0]).toBeCloseTo(first![0]! + 0.55 * (first![1]! - first![0]!), 10)
      expect(rates!.layers[1]![2]).toBeCloseTo((second![11]! + second![12]!) / 2, 10)
      expect(rates!.layers).toHaveLength(3)
    },
  )

  describe("Adagrad's rates only fall", () => {
    it.each<ExperimentInput>([
      {},
      { model: { layers: [{ units: 5 }], activation: 'relu' }, regularization: { dropout: 0.3, l2: 0.01 } },
      { data: { set: 'sine', train: 30, validation: 10 } },
      { optimizer: { initialAccumulator: 0, clipNorm: 0.1, schedule: 'cosine' } },
      {
        model: { kind: 'lstm', layers: [{ units: 3 }] },
        data: { set: 'adding', train: 20, validation: 10, length: 6 },
      },
    ])('for every weight at every step, and in what is told of %j', async (more) => {
      const experiment = small({
        ...more,
        optimizer: { ...more.optimizer, kind: 'adagrad', learningRate: 0.1 },
      })
      const { parts } = networkDataset(experiment, undefined)
      const trainer = trainerOf(engine, experiment, parts)
      let before = trainer.readState().slots[0]!
      for (let i = 0; i < 15; i++) {
        step(trainer, 10, 0.1, i)
        const sums = trainer.readState().slots[0]!
        expect(sums.every((sum, j) => sum >= before[j]!)).toBe(true)
        before = sums
      }
      trainer.dispose()
      const told = ratesIn(await eventsOf(engine, experiment, true))
      for (const [i, { layers, all }] of told.entries()) {
        if (i === 0) continue
        all.forEach((rate, j) => {
          expect(rate).toBeLessThanOrEqual(told[i - 1]!.all[j]!)
        })
        layers.forEach((layer, l) => {
          layer.forEach((rate, j) => {
            expect(rate).toBeLessThanOrEqual(told[i - 1]!.layers[l]![j]!)
          })
        })
      }
      expect(told.length).toBeGreaterThan(5)
    })
  })
})
