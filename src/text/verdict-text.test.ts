import { describe, expect, it } from 'vitest'
import { diagnose } from '../domain/diagnosis/diagnose.ts'
import { VERDICTS } from '../domain/diagnosis/verdict.ts'
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { EpochRow, Outcome } from '../domain/run/run.ts'
import { en } from './en/index.ts'
import { sentenceOf } from './verdict-text.ts'
import { zhCn } from './zh-cn/index.ts'

interface Losses {
  readonly train: readonly number[]
  readonly validation?: readonly number[]
  readonly update?: number
  readonly restored?: number
  /** Of each layer. */
  readonly gradients?: readonly number[]
}

/** In both languages. */
function said(input: ExperimentInput, losses: Losses) {
  const { train, validation = train, update = 0.002, restored, gradients = [0.5, 0.5, 0.5, 0.5] } = losses
  const epochs = train.map((loss, i): EpochRow => {
    const score = (value: number) => ({ loss: value, r2: 1 - value })
    return {
      epoch: i + 1,
      train: score(loss),
      validation: score(validation[i]!),
      penalty: 0,
      learningRate: 0.1,
      gradients,
      seconds: 0,
      validationError: 0.01,
      updates: [update],
    }
  })
  const outcome: Outcome | null =
    restored === undefined ? null : { kind: 'early-stopped', epoch: train.length, best: restored, restored }
  const experiment = expectExperiment({ earlyStopping: null, ...input })
  const diagnosis = diagnose({ experiment, epochs, outcome })
  return [en, zhCn].map((t) =>
    sentenceOf(diagnosis, diagnosis.verdict, experiment, t)
      .map((part) => (typeof part === 'string' ? part : part.text))
      .join(''),
  )
}
const course = (epochs: number, loss: (epoch: number) => number) =>
  Array.from({ length: epochs }, (_, i) => loss(i + 1))
const moons: ExperimentInput['data'] = { set: 'moons', train: 400, validation: 400, noise: 0 }

describe('a good fit', () => {
  it('says that both losses are low, and not that they are close: next to 0 they are hundreds of times apart', () => {
    const losses = { train: course(40, () => 3e-4), validation: course(40, () => 0.02) }
    const [english, chinese] = said({ data: moons }, losses)
    expect(english).toBe('The training loss is low (3e−4) and so is the validation loss (0.020).')
    expect(chinese).toBe('训练损失低（3e−4），验证损失也低（0.020）。')
  })
})

describe('a gradient that vanishes', () => {
  it('is dated to the start, where it is measured: later epochs have other figures', () => {
    const gradients = [1e-4, 1e-3, 0.01, 0.5]
    const deep: ExperimentInput = {
      data: moons,
      model: { activation: 'sigmoid', layers: new Array(3).fill({ units: 8 }) },
    }
    const [english, chinese] = said(deep, { train: course(40, () => 0.69), gradients })
    expect(english).toMatch(/^At the start the first layer’s gradient is ×5\D?000 smaller/)
    expect(chinese).toMatch(/^开始时第一层的梯度比最后一层小 ×5/)
  })
})

describe('steps that are too small', () => {
  const crawling: Losses = { train: course(40, (epoch) => 0.69 - epoch / 1e4), update: 1e-6 }

  it('name the rate, and the clipping where that makes them so', () => {
    const of = (clipNorm: number | null) =>
      said({ data: moons, optimizer: { kind: 'sgd', learningRate: 0.1, clipNorm } }, crawling)
    expect(of(null)[0]).toMatch(/the steps are very small\. The learning rate is 0\.1\.$/)
    expect(of(1e-4)[0]).toMatch(/The learning rate is 0\.1, and the gradient is clipped to 1e−4\.$/)
    expect(of(1e-4)[1]).toMatch(/学习率是 0\.1，梯度被裁剪到 1e−4。$/)
  })

  it('name what a schedule has made of the rate', () => {
    const schedule = { schedule: 'step', decayRate: 0.1, decayEvery: 10 } as const
    const [english, chinese] = said(
      { data: moons, optimizer: { kind: 'sgd', learningRate: 0.1, ...schedule } },
      crawling,
    )
    expect(english).toMatch(/The learning rate is 0\.1 → 1e−4\.$/)
    expect(chinese).toMatch(/学习率是 0\.1 → 1e−4。$/)
  })
})

it('a run that still improves says since when', () => {
  const [english, chinese] = said({ data: moons }, { train: course(50, (epoch) => 0.65 - epoch / 150) })
  expect(english).toBe(
    'The training loss still falls, by 9.6% of what can be learned since epoch 40. It has not come to its end.',
  )
  expect(chinese).toBe('训练损失仍在下降：第 40 轮以来又降了可学部分的 9.6%，还没有到头。')
})

it('what is left of real data may be noise, if it is less than half', () => {
  const of = (set: 'diabetes' | 'sine', loss: number) =>
    said(
      { data: { set, train: 200, validation: 100, test: 20, noise: 0 } },
      { train: course(40, () => loss) },
    )
  expect(of('diabetes', 0.3)[0]).toMatch(/30\.0% of what can be learned is left, unless that is noise\.$/)
  expect(of('diabetes', 0.3)[1]).toMatch(/还有 30\.0% 没学到，除非那是噪声。$/)
  expect(of('diabetes', 0.8)[0]).toMatch(/80\.0% of what can be learned is left\.$/)
  expect(of('sine', 0.3)[0]).toMatch(/ of what can be learned is left\.$/)
})

it('how roughly a loss is known is a share of what can be learned, and says so', () => {
  const [english, chinese] = said({ data: { ...moons, validation: 10 } }, { train: course(40, () => 0.01) })
  expect(english).toMatch(/ is only known to ±[\d.]+% of what can be learned: too roughly to judge by\.$/)
  expect(chinese).toMatch(/损失的误差是可学部分的 ±[\d.]+%，不足以判断。$/)
})

it('a run that went back to where it had learned nothing says what the epochs after that were worth', () => {
  const [english, chinese] = said(
    { data: moons },
    {
      train: course(40, (epoch) => 0.69 - 0.004 * epoch),
      validation: course(40, (epoch) => (epoch === 1 ? 0.68 : 0.69)),
      restored: 1,
    },
  )
  expect(english).toBe(
    'At epoch 1 validation loss is lowest (0.680) and next to nothing is learned. What training learned later held only for the 400 samples it has seen.',
  )
  expect(chinese).toBe(
    '第 1 轮验证损失最低（0.680），那时几乎什么也没学到；此后训练学到的，只对见过的 400 个样本成立。',
  )
})

it('no text stands beside another: the page moves the signs at its ends to the numbers there', () => {
  const { experiment, epochs } = {
    experiment: expectExperiment({ data: moons, earlyStopping: null }),
    epochs: course(40, (epoch) => 0.69 - epoch / 1e4),
  }
  const diagnosis = diagnose({
    experiment,
    outcome: null,
    epochs: epochs.map((loss, i) => ({
      epoch: i + 1,
      train: { loss },
      validation: { loss },
      penalty: 0,
      learningRate: 0.1,
      gradients: [],
      seconds: 0,
    })),
  })
  for (const t of [en, zhCn])
    for (const verdict of VERDICTS) {
      const kinds = sentenceOf(diagnosis, verdict, experiment, t).map((part) => typeof part)
      for (const [i, kind] of kinds.entries())
        expect([kind, kinds[i + 1]], `${verdict} ${i}`).not.toEqual(['string', 'string'])
    }
})
