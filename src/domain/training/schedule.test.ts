import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../experiment/experiment.ts'
import { expectExperiment } from '../parsing/parse.ts'
import { learningRateAt } from './schedule.ts'

const rates = (optimizer: ExperimentInput['optimizer'], epochs: readonly number[]) => {
  const experiment = expectExperiment({
    optimizer: { learningRate: 0.8, ...optimizer },
    training: { epochs: 100 },
  })
  return epochs.map((epoch) => learningRateAt(epoch, experiment))
}
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12))

describe('learning rate of an epoch', () => {
  it('constant', () => expect(rates({}, [1, 50, 100])).toEqual([0.8, 0.8, 0.8]))

  it('step: halved after every ten epochs', () => {
    const optimizer = { schedule: 'step', decayRate: 0.5, decayEvery: 10 } as const
    expect(rates(optimizer, [1, 10, 11, 20, 21])).toEqual(near([0.8, 0.8, 0.4, 0.4, 0.2]))
  })

  it('exponential: the same decline, smooth', () => {
    const optimizer = { schedule: 'exponential', decayRate: 0.25, decayEvery: 10 } as const
    expect(rates(optimizer, [1, 6, 11])).toEqual(near([0.8, 0.4, 0.2]))
  })

  it('cosine: from the whole rate, half of it in the middle, towards 0', () => {
    expect(rates({ schedule: 'cosine' }, [1, 51])).toEqual(near([0.8, 0.4]))
    expect(rates({ schedule: 'cosine' }, [100])[0]).toBeLessThan(0.001)
  })
})
