/** What figures of a run take into account beside its curves: the schedule, the parts, how many samples they have. */
import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../experiment/experiment.ts'
import { expectExperiment } from '../parsing/parse.ts'
import type { EpochRow, Outcome } from '../run/run.ts'
import { diagnose } from './diagnose.ts'

interface Losses {
  readonly train: readonly number[]
  readonly validation?: readonly number[]
  readonly error?: number
  /** The epoch that the run went back to. */
  readonly restored?: number
}

function found(input: ExperimentInput, { train, validation = train, error, restored }: Losses) {
  const epochs = train.map(
    (loss, i): EpochRow => ({
      epoch: i + 1,
      train: { loss },
      validation: { loss: validation[i]! },
      penalty: 0,
      learningRate: 0.01,
      gradients: [0.1, 0.1],
      seconds: 0,
      updates: [0.002, 0.002],
      ...(error !== undefined && { validationError: error }),
    }),
  )
  const outcome: Outcome | null =
    restored === undefined ? null : { kind: 'early-stopped', epoch: train.length, best: restored, restored }
  return diagnose({ experiment: expectExperiment({ earlyStopping: null, ...input }), epochs, outcome })
}
const course = (epochs: number, loss: (epoch: number) => number) =>
  Array.from({ length: epochs }, (_, i) => loss(i + 1))
const moons = (validation: number): ExperimentInput['data'] => ({
  set: 'moons',
  train: 400,
  validation,
  noise: 0,
})

describe('a rate that fades', () => {
  const optimizer = (schedule: 'constant' | 'cosine') =>
    ({ kind: 'sgd', learningRate: 0.1, schedule }) as const
  // Falls as far as a half cosine has come, so that nothing moves in the last fifth.
  const loss = course(
    100,
    (epoch) => 0.65 - 0.1 * (epoch / 100 + Math.sin((Math.PI * epoch) / 100) / Math.PI),
  )

  it('makes a curve flat that was still falling: progress is counted by the rates', () => {
    const verdict = (schedule: 'constant' | 'cosine') =>
      found({ data: moons(400), optimizer: optimizer(schedule), training: { epochs: 100 } }, { train: loss })
        .verdict
    expect(verdict('constant')).toBe('underfitting')
    expect(verdict('cosine')).toBe('still-improving')
  })

  it('marks the epochs since then', () => {
    const { figures } = found(
      { data: moons(400), optimizer: optimizer('cosine'), training: { epochs: 100 } },
      { train: loss },
    )
    expect(figures.progress.epochs).toEqual([48, 100])
  })
})

describe('jumps of the training loss', () => {
  it('are those of the whole run, also where it went back to its first epochs', () => {
    const train = course(40, (epoch) => (epoch === 2 ? 0.6 : 0.5 * 0.97 ** epoch))
    const { figures } = found(
      { data: moons(400) },
      { train, validation: course(40, (epoch) => 0.4 + epoch / 1000), restored: 3 },
    )
    expect(figures['rising-epochs']).toMatchObject({ value: 0, epochs: [21, 40] })
    expect(figures['step-size'].value).toBeGreaterThan(0.003)
    expect(figures.spike).toMatchObject({ epochs: [1, 2] })
  })
})

describe('a validation part that cannot be read', () => {
  const good = course(40, (epoch) => 0.02 + 0.5 / epoch ** 3)

  it('hides up to three wrong answers in so many right ones', () => {
    const of = (validation: number) => found({ data: moons(validation) }, { train: good, error: 0.001 })
    expect(of(1).verdict).toBe('noisy-validation')
    expect(of(10).figures['validation-uncertainty'].value).toBeCloseTo(0.3, 12)
    expect(of(10).verdict).toBe('noisy-validation')
    expect(of(13).verdict).toBe('good-fit')
    // Numbers are all wrong by something, which the standard error tells.
    expect(
      found({ data: { set: 'sine', train: 400, validation: 10, noise: 0 } }, { train: good, error: 0.001 })
        .verdict,
    ).toBe('good-fit')
  })

  it('does not hide that the training part is not learned', () => {
    const flat = course(40, () => 0.6)
    const { verdict, flags } = found({ data: moons(10) }, { train: flat, error: 0.2 })
    expect(verdict).toBe('underfitting')
    expect(flags).toContain('noisy-validation')
  })

  it('stays in front where what is left of less than half may be noise that nobody knows', () => {
    const verdict = (set: 'sine' | 'diabetes', loss: number) => {
      const r2 = (value: number) => ({ loss: value, r2: 1 - value })
      const epochs = course(40, () => loss).map(
        (value, i): EpochRow => ({
          epoch: i + 1,
          train: r2(value),
          validation: r2(value),
          penalty: 0,
          learningRate: 0.01,
          gradients: [],
          seconds: 0,
          validationError: 0.2,
        }),
      )
      const data: ExperimentInput['data'] = { set, train: 300, validation: 20, test: 20, noise: 0 }
      return diagnose({ experiment: expectExperiment({ data }), epochs, outcome: null }).verdict
    }
    expect(verdict('diabetes', 0.3)).toBe('noisy-validation')
    expect(verdict('diabetes', 0.8)).toBe('underfitting')
    expect(verdict('sine', 0.3)).toBe('underfitting')
  })
})

describe('what is left of the training loss', () => {
  it('is known the better the nearer it is to the constant answer, which the same samples make as high', () => {
    const { figures } = found(
      { data: { set: 'sine', train: 12, validation: 12, noise: 0 } },
      { train: course(30, () => 0.45), error: 0.15 },
    )
    const [left, surely] = [figures['train-left'].value!, figures['train-left-surely'].value!]
    expect(left).toBeGreaterThan(0.8)
    // Of the loss alone two standard errors are more than half of the constant answer.
    expect(left - surely).toBeLessThan(0.4)
    expect(
      found({ data: moons(400) }, { train: course(30, () => 0.8) }).figures['train-left-surely'].value,
    ).toBe(found({ data: moons(400) }, { train: course(30, () => 0.8) }).figures['train-left'].value)
  })
})

it('a series whose later years vary more is no worse fitted for that', () => {
  // Twice as wide: the same fit has four times the loss.
  const years = Array.from({ length: 309 }, (_, i) => Math.sin(i) * (i < 100 ? 1 : 2))
  const source = { inputs: Float32Array.from(years), targets: Float32Array.from(years) }
  const experiment = expectExperiment({
    data: { set: 'sunspots', length: 5, train: 80, validation: 80, test: 40 },
  })
  const at = (validation: number) => {
    const epochs = course(40, () => 0.05).map(
      (loss, i): EpochRow => ({
        epoch: i + 1,
        train: { loss },
        validation: { loss: validation },
        penalty: 0,
        learningRate: 0.01,
        gradients: [],
        seconds: 0,
        validationError: 0.01,
      }),
    )
    return diagnose({ experiment, epochs, outcome: null }, source)
  }
  const scale = at(1).figures.gap.value!
  expect(Math.abs(at(0.2).figures.gap.value!)).toBeLessThan(0.06)
  expect(scale).toBeGreaterThan(0.05)
  expect(at(0.2).verdict).toBe('good-fit')
  expect(at(1).verdict).toBe('overfitting')
})

it('training below the noise floor by less than few samples may be is not memorizing', () => {
  const flags = (train: number) =>
    found(
      { data: { set: 'moons', train, validation: 500, labelNoise: 0.3, labelNoiseIn: 'all' } },
      { train: course(40, () => 0.57) },
    ).flags
  expect(flags(100)).not.toContain('memorizing-noise')
  expect(flags(3000)).toContain('memorizing-noise')
})

it('a run that went back to where it had learned nothing overfits, unless it was patient for a few epochs only', () => {
  const train = course(40, (epoch) => 0.69 - 0.004 * epoch)
  const validation = course(40, (epoch) => (epoch === 1 ? 0.68 : 0.69))
  const verdict = (epochs: number) =>
    found(
      { data: moons(400) },
      { train: train.slice(0, epochs), validation: validation.slice(0, epochs), error: 0.01, restored: 1 },
    ).verdict
  expect(verdict(40)).toBe('overfitting')
  expect(verdict(9)).toBe('underfitting')
})
