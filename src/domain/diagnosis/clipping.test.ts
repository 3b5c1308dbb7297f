import { expect, it } from 'vitest'
import type { ExperimentInput } from '../experiment/experiment.ts'
import { expectExperiment } from '../parsing/parse.ts'
import type { EpochRow } from '../run/run.ts'
import { gradientNorm, isClippedDown } from './clipping.ts'
import { diagnose } from './diagnose.ts'

/** 2·8 and 8·1 weights beside the biases. */
const model = { layers: [{ units: 8 }] }
const sgd = (clipNorm: number | null): ExperimentInput => ({ model, optimizer: { kind: 'sgd', clipNorm } })

it('the norm of a gradient is that of all kernels together', () => {
  expect(gradientNorm(expectExperiment({ model }), [0.5, 1])).toBeCloseTo(Math.sqrt(16 / 4 + 8), 12)
  expect(gradientNorm(expectExperiment({ model }), [])).toBeNull()
})

const rows = Array.from(
  { length: 20 },
  (_, i): EpochRow => ({
    epoch: i + 1,
    train: { loss: 0.69 - i / 1e4 },
    validation: { loss: 0.69 - i / 1e4 },
    penalty: 0,
    learningRate: 0.1,
    gradients: [0.5, 1],
    seconds: 0,
    updates: [1e-6, 1e-6],
  }),
)
const found = (input: ExperimentInput) => {
  const experiment = expectExperiment({ ...input, earlyStopping: null })
  const { figures, verdict } = diagnose({ experiment, epochs: rows, outcome: null })
  const over = figures['gradient-over-clip'].value
  return { over, verdict, isClippedDown: isClippedDown(experiment, figures) }
}

it('a limit cuts the gradient down where it is a tenth of its usual size, or less', () => {
  expect(found(sgd(0.001))).toEqual({
    over: expect.closeTo(Math.sqrt(12) / 0.001, 6),
    verdict: 'learning-rate-too-small',
    isClippedDown: true,
  })
  expect(found(sgd(1)).isClippedDown).toBe(false)
  expect(found(sgd(null))).toMatchObject({ over: null, isClippedDown: false })
})

it('optimizers that divide by the size of gradients do not feel it before it is next to 0', () => {
  const of = (kind: 'adam' | 'adagrad', clipNorm: number) =>
    found({ model, optimizer: { kind, clipNorm } }).isClippedDown
  expect([of('adam', 0.001), of('adam', 1e-9), of('adagrad', 0.001)]).toEqual([false, true, true])
})
