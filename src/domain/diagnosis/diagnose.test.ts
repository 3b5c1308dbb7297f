/**
 * The rules on runs that were trained (recorded.testing.ts), of which every one has the label of its recipe, and on
 * records that no training makes.
 */
import { describe, expect, it } from 'vitest'
import type { Experiment, ExperimentInput } from '../experiment/experiment.ts'
import { median } from '../numbers/median.ts'
import { expectExperiment } from '../parsing/parse.ts'
import type { EpochRow, Outcome } from '../run/run.ts'
import { diagnose } from './diagnose.ts'
import { asRun, changes, RECORDED, verdictsAlong } from './recorded.testing.ts'
import { VERDICTS } from './verdict.ts'

const titled = RECORDED.map((run) => [`${run.name}, seed ${run.experiment.seed?.data}`, run] as const)

describe('recorded runs', () => {
  it.each(titled)('%s', (_, recorded) => {
    const { verdict, evidence } = diagnose(asRun(recorded))
    expect(recorded.labels).toContain(verdict)
    expect(evidence.length).toBeGreaterThan(0)
  })

  it('cover every verdict', () => {
    const labels = new Set(RECORDED.flatMap((recorded) => recorded.labels))
    expect([...labels]).toEqual(expect.arrayContaining([...VERDICTS]))
  })

  it('a run that is judged as it goes changes its verdict a few times', () => {
    const counts = RECORDED.map((recorded) => changes(verdictsAlong(asRun(recorded))))
    expect(median(counts)).toBeLessThanOrEqual(4)
  })

  it('the verdict does not depend on what is measured beside the scores, where that says nothing new', () => {
    for (const recorded of RECORDED) {
      const { start: _, updates: __, inactive: ___, ...bare } = recorded
      expect(VERDICTS).toContain(diagnose(asRun(bare)).verdict)
    }
  })
})

const score = (loss: number) => ({ loss })
const row = (epoch: number, train: number, validation: number): EpochRow => ({
  epoch,
  train: score(train),
  validation: score(validation),
  penalty: 0,
  learningRate: 0.01,
  gradients: [0.1, 0.1],
  seconds: 0.1,
})
const rows = (train: readonly number[], validation = train) =>
  train.map((loss, i) => row(i + 1, loss, validation[i]!))
const fading = (epochs: number) => rows(Array.from({ length: epochs }, (_, i) => 0.7 / (i + 1) ** 2))

const completed = (epoch: number): Outcome => ({ kind: 'completed', epoch, best: epoch, restored: null })
const failed: Outcome = { kind: 'failed', epoch: 0, reason: 'bug', message: '' }

function verdictOf(input: ExperimentInput, epochs: readonly EpochRow[], outcome: Outcome | null = null) {
  const experiment: Experiment = expectExperiment(input)
  return diagnose({ experiment, epochs, outcome }).verdict
}

describe('a burst of the gradient', () => {
  const flagsOf = (sizes: readonly number[]) => {
    const epochs = fading(sizes.length).map((one, i) => ({ ...one, gradients: [sizes[i]!, sizes[i]!] }))
    return diagnose({ experiment: expectExperiment({}), epochs, outcome: completed(sizes.length) }).flags
  }

  it('is one that is far beyond all before it', () => {
    expect(flagsOf([0.1, 0.1, 0.1, 30, 0.1, 0.1, 0.1, 0.1])).toContain('exploding-gradient')
    expect(flagsOf([0.1, 0.1, 0.1, 5, 0.1, 0.1, 0.1, 0.1])).not.toContain('exploding-gradient')
  })

  it('is not one that falls with the loss, nor one that rises again to less than it began with', () => {
    const falling = Array.from({ length: 40 }, (_, i) => 1 / 2 ** i)
    expect(flagsOf(falling)).not.toContain('exploding-gradient')
    expect(flagsOf([...falling, 0.5])).not.toContain('exploding-gradient')
  })
})

describe('records that tell little', () => {
  it('no epoch: too early, whether the run goes on, ended or failed', () => {
    expect(verdictOf({}, [])).toBe('too-early')
    expect(verdictOf({}, [], completed(0))).toBe('too-early')
    expect(verdictOf({}, [], failed)).toBe('too-early')
  })

  it('four epochs are too early, a fifth is judged', () => {
    expect(verdictOf({}, fading(1))).toBe('too-early')
    expect(verdictOf({}, fading(4))).toBe('too-early')
    expect(verdictOf({}, fading(5))).not.toBe('too-early')
  })

  it('a first epoch that is no number diverges', () => {
    const diverged: Outcome = { kind: 'diverged', epoch: 1, best: 0, restored: null }
    expect(verdictOf({}, [], diverged)).toBe('diverging')
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('losses of %s diverge', (loss) => {
    expect(verdictOf({}, rows([0.7, 0.6, loss, loss, loss, loss]))).toBe('diverging')
    expect(verdictOf({}, rows([0.7, 0.6, 0.5, 0.4, 0.3], [0.7, 0.6, loss, 0.6, 0.6]))).toBe('diverging')
  })

  it('a target that does not vary leaves nothing to explain', () => {
    const alone: ExperimentInput = { data: { set: 'sine', train: 1, validation: 1, noise: 0 } }
    expect(verdictOf(alone, rows([0.1, 0.2, 0.4, 0.8, 1.6, 3.2]))).toBe('too-early')
    expect(verdictOf(alone, fading(10))).toBe('too-early')
  })

  it('one sample of each part', () => {
    const alone: ExperimentInput = { data: { set: 'moons', train: 1, validation: 1 } }
    expect(VERDICTS).toContain(verdictOf(alone, fading(10)))
    expect(VERDICTS).toContain(verdictOf(alone, rows([0, 0, 0, 0, 0, 0])))
  })

  it('measurements that are missing here and there', () => {
    const holes = fading(20).map((each, i) => ({
      ...each,
      gradients: i % 2 ? [] : [Number.NaN, 0],
      ...(i % 3 === 0 && { validationError: Number.NaN, updates: [], inactive: [] }),
    }))
    expect(verdictOf({}, holes)).toBe('good-fit')
  })

  it('samples that are not here: numbers are judged by the variance that R² tells', () => {
    const known = fading(20).map((each) => ({
      ...each,
      train: { ...each.train, r2: 1 - each.train.loss },
      validation: { ...each.validation, r2: 1 - each.validation.loss },
    }))
    const unknown: ExperimentInput = { data: { set: 'diabetes', train: 300, validation: 70, test: 70 } }
    expect(verdictOf(unknown, known)).toBe('good-fit')
    expect(verdictOf(unknown, fading(20))).toBe('too-early')
  })
})

describe('weights that were restored', () => {
  const curve = Array.from({ length: 30 }, (_, i) => (i < 10 ? 0.7 - 0.06 * i : 0.1 + 0.04 * (i - 10)))
  const train = curve.map((_, i) => Math.max(0.02, 0.7 - 0.065 * i))

  it('are judged up to their epoch', () => {
    const stopped = (restored: number | null): Outcome => ({
      kind: 'early-stopped',
      epoch: 30,
      best: 11,
      restored,
    })
    expect(verdictOf({}, rows(train, curve), stopped(null))).toBe('overfitting')
    expect(verdictOf({}, rows(train, curve), stopped(11))).not.toBe('overfitting')
  })
})

describe('a run that went on and came back', () => {
  /** Training falls in every epoch, validation until the tenth. */
  const train = Array.from({ length: 30 }, (_, i) => 0.6 * 0.94 ** i)
  const validation = train.map((loss, i) => (i < 10 ? loss + 0.02 : 0.37 + 0.004 * (i - 10)))
  const stopped = (epoch: number, restored: number | null): Outcome => ({
    kind: 'early-stopped',
    epoch,
    best: 10,
    restored,
  })
  const data: ExperimentInput = { data: { set: 'moons', train: 400, validation: 400, noise: 0 } }
  const verdict = (epochs: number, restored: number | null) =>
    verdictOf(data, rows(train.slice(0, epochs), validation.slice(0, epochs)), stopped(epochs, restored))

  it('has not stopped short: to go on made nothing better', () => {
    expect(verdict(10, null)).toBe('still-improving')
    expect(verdict(13, 10)).toBe('still-improving')
    expect(verdict(30, 10)).not.toBe('still-improving')
  })

  it('overfits where training went on to learn its samples, of however few validation samples', () => {
    const few: ExperimentInput = { data: { set: 'moons', train: 72, validation: 24, noise: 0 } }
    const learned = Array.from({ length: 21 }, (_, i) => 0.65 * 0.93 ** i)
    const losses = learned.map((_, i) => 0.68 + 0.018 * i)
    const run = (fell: readonly number[]) =>
      verdictOf(few, rows(fell, losses), { kind: 'early-stopped', epoch: 21, best: 1, restored: 1 })
    expect(run(learned)).toBe('overfitting')
    expect(run(learned.map((loss, i) => (i < 3 ? loss : 0.52)))).toBe('underfitting')
  })

  it('does not underfit where training fell on and validation did not, if it has learned half', () => {
    const flat = train.map((loss, i) => (i < 10 ? loss : 0.34))
    const run = (losses: readonly number[]) => verdictOf(data, rows(losses, validation), stopped(30, 10))
    expect(run(flat)).toBe('underfitting')
    const further = train.map((loss, i) => (i < 10 ? loss / 2 : 0.17 * 0.9 ** (i - 10)))
    const followed = further.map((loss, i) => (i < 10 ? loss + 0.02 : 0.2 + 0.004 * (i - 10)))
    expect(verdictOf(data, rows(further, followed), stopped(30, 10))).toBe('good-fit')
  })
})

it('says whether there is nothing to learn, which more epochs do not change', () => {
  const says = (input: ExperimentInput, epochs: readonly EpochRow[]) =>
    diagnose({ experiment: expectExperiment(input), epochs, outcome: completed(epochs.length) })
  expect(says({ data: { set: 'moons', train: 1 } }, fading(50))).toMatchObject({
    verdict: 'too-early',
    hasNothingToLearn: true,
  })
  expect(says({}, fading(3))).toMatchObject({ verdict: 'too-early', hasNothingToLearn: false })
})

it('a loss that begins above guessing and comes down does not diverge; one that rises there does', () => {
  const high = [8, 6, 4.5, 3.4, 2.6, 2, 1.6, 1.3]
  expect(verdictOf({}, rows(high))).not.toBe('diverging')
  expect(verdictOf({}, rows(high.toReversed()))).toBe('diverging')
})
