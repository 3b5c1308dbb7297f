import { describe, expect, it } from 'vitest'
import golden from '../engine/golden/gradients.json'
import type { ExperimentInput } from './experiment.ts'
import { guessingLoss, noiseFloor } from './levels.ts'
import { expectExperiment } from './parse.ts'

const floor = (data: ExperimentInput['data']) =>
  noiseFloor(expectExperiment({ data: { ...data, labelNoiseIn: 'all' } }))

describe('the levels a loss is read against', () => {
  it.each(Object.entries(golden['label-noise floors (binary)']))(
    'two classes, %s of labels flipped',
    (e, { bayes_ce }) => expect(floor({ set: 'moons', labelNoise: Number(e) })).toBeCloseTo(bayes_ce, 12),
  )

  it('ten classes: chance e of another class', () => {
    // The golden rate r redraws from all ten classes: e = 0.9 r.
    for (const [r, { ce }] of Object.entries(
      golden['label-noise floors (10-class, replaced uniformly with prob r)'],
    ))
      expect(floor({ set: 'digits', labelNoise: 0.9 * Number(r) })).toBeCloseTo(ce, 12)
  })

  it('guessing', () => {
    const chance = golden['loss at chance']
    expect(guessingLoss(expectExperiment({}))).toBeCloseTo(chance.ln2, 12)
    expect(guessingLoss(expectExperiment({ data: { set: 'digits' } }))).toBeCloseTo(chance.ln10, 12)
    expect(guessingLoss(expectExperiment({ data: { set: 'digits' }, loss: 'mse' }))).toBeCloseTo(
      chance['mse one-hot K=10 uniform softmax (Keras mean over K)'],
      12,
    )
  })

  it('is unknown where evaluation is clean', () => {
    expect(noiseFloor(expectExperiment({ data: { labelNoise: 0.15 } }))).toBeNull()
  })
})
