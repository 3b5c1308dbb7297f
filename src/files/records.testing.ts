/** Random records of runs for property tests: every outcome, with and without weights, names with any characters. */
import fc from 'fast-check'
import { dataSet } from '../domain/data/registry.ts'
import { experiments } from '../domain/experiment/experiments.testing.ts'
import { weightTensors } from '../domain/network/network.ts'
import type { Branch } from '../domain/run/branch.ts'
import { ENGINE_NAMES } from '../domain/run/engines.ts'
import type { OptionalMeasurement } from '../domain/run/measurements.ts'
import type { EpochRow, Outcome, Score } from '../domain/run/run.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'

/** JSON has no −0, and no reader can see the difference. */
const number = fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => value + 0)
const positive = fc.double({ min: 0, max: 1e6, noNaN: true })
const words = fc.string({ unit: 'grapheme', maxLength: 40 })
const hostile = fc.constantFrom(
  '=1+1',
  '-2',
  '@x',
  '<img src=x onerror=alert(1)>',
  'a,=b;"c"\n#d',
  '\u2028',
  '__proto__',
)

const layers = (count: number) =>
  fc.array(fc.oneof(positive, fc.constant(Number.NaN)), { minLength: count, maxLength: count })

/** Each that an epoch may have besides: all epochs of a run have it, or none has. */
const optionalOnes = fc.record(
  {
    validationError: fc.constant(fc.oneof(positive, fc.constant(Number.NaN))),
    updates: fc.constant(layers(3)),
    inactive: fc.constant(layers(2)),
    fitLoss: fc.constant(fc.oneof(number, fc.constant(Number.NaN))),
  } satisfies Record<OptionalMeasurement, unknown>,
  { requiredKeys: [] },
)

const scores = (measure: 'accuracy' | 'r2'): fc.Arbitrary<Score> =>
  fc.record({
    loss: number,
    [measure]: measure === 'r2' ? fc.oneof(number, fc.constant(Number.NaN)) : number,
  })

const outcomes = (epochs: number): fc.Arbitrary<Outcome | null> =>
  fc.oneof(
    fc.constant(null),
    fc.record({
      kind: fc.constantFrom('completed', 'early-stopped', 'stopped', 'diverged'),
      epoch: fc.constant(epochs),
      best: fc.integer({ min: 0, max: epochs }),
      restored: fc.option(fc.integer({ min: 0, max: epochs })),
    }),
    fc.record({
      kind: fc.constant('failed' as const),
      epoch: fc.constant(epochs),
      reason: fc.constantFrom('lost', 'engine', 'memory', 'data', 'bug'),
      message: words,
    }),
  )

const branches = (epochs: number): fc.Arbitrary<Branch> =>
  fc.record(
    {
      run: fc.string({ maxLength: 20 }),
      epoch: fc.nat({ max: epochs }),
      optimizer: fc.constantFrom('kept', 'new'),
      edits: fc.array(fc.record({ name: words, index: fc.nat(), from: number, to: number }), {
        maxLength: 3,
      }),
    },
    { requiredKeys: ['run', 'epoch', 'optimizer'] },
  )

export const records: fc.Arbitrary<ReadRecord> = experiments.chain((experiment) =>
  fc.nat({ max: 4 }).chain((count) => {
    const tensors = weightTensors(experiment)
    const score = scores(dataSet(experiment.data).task === 'classes' ? 'accuracy' : 'r2')
    const small = tensors.every(({ shape }) => shape.reduce((a, b) => a * b, 1) < 3000)
    const epochs = optionalOnes.chain((optional) =>
      fc.tuple(
        ...Array.from(
          { length: count },
          (_, i): fc.Arbitrary<EpochRow> =>
            fc.record({
              epoch: fc.constant(i + 1),
              train: score,
              validation: score,
              penalty: positive,
              learningRate: positive,
              gradients: layers(3),
              seconds: positive,
              ...optional,
            }),
        ),
      ),
    )
    const start = fc.record({
      train: score,
      validation: score,
      gradients: layers(3),
      inactive: layers(2),
    })
    const weights = fc.float({ noNaN: true }).map((value) =>
      tensors.map(({ name, shape }) => {
        const size = shape.reduce((a, b) => a * b, 1)
        return { name, shape, values: Array.from({ length: size }, (_, i) => Math.fround(value + i) + 0) }
      }),
    )
    return fc
      .record({
        version: fc.constant(1 as const),
        id: fc.string({ maxLength: 20 }),
        name: fc.option(fc.oneof(words, hostile), { nil: undefined }),
        experiment: fc.constant(experiment),
        engine: fc.option(fc.record({ name: fc.constantFrom(...ENGINE_NAMES), device: words })),
        epochs,
        start: fc.option(start, { nil: undefined }),
        branch: fc.option(branches(count), { nil: undefined }),
        outcome: outcomes(count),
        test: fc.option(score),
        weights: small ? fc.oneof(fc.constant([]), weights) : fc.constant([]),
      })
      .map(({ name, start, branch, ...record }) => ({
        ...record,
        ...(name !== undefined && { name }),
        ...(start !== undefined && { start }),
        ...(branch !== undefined && { branch }),
      }))
  }),
)
