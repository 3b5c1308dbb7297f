import { describe, expect, it } from 'vitest'
import golden from '../../engine/golden/gradients.json'
import { networkDataset, networkTargets } from '../data/dataset.ts'
import type { ExperimentInput } from '../experiment/experiment.ts'
import { expectExperiment } from '../parsing/parse.ts'
import { constantLevel, noiseFloor } from './reference-losses.ts'

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

  it('one answer to all of a table with 95 of 100 in one class', () => {
    const rows = {
      inputs: Array.from({ length: 400 }, (_, i) => [Math.sin(i), Math.cos(i)]),
      targets: Array.from({ length: 400 }, (_, i) => (i % 20 === 7 ? 'fault' : 'ok')),
    }
    const sizes = { train: 200, validation: 100, test: 100 }
    const told = (loss: 'cross-entropy' | 'mse') =>
      constantLevel(expectExperiment({ data: { set: 'rows', rows, ...sizes }, loss }), 'validation')
    expect(told('cross-entropy')).toEqual({ loss: expect.closeTo(0.1985, 4), accuracy: 0.95 })
    expect(told('mse')).toEqual({ loss: expect.closeTo(0.0475, 6), accuracy: 0.95 })
  })

  it('one answer to real numbers: in the units the network is judged in, without a look at a sealed part', () => {
    const inputs = Array.from({ length: 60 }, (_, i) => [i, -i])
    const rows = { inputs, targets: inputs.map(([x]) => 1000 + 7 * x!) }
    const experiment = expectExperiment({
      data: { set: 'rows', rows, train: 30, validation: 15, test: 15 },
      loss: 'mse',
    })
    const { train, validation } = networkDataset(experiment).parts
    expect(constantLevel(experiment, 'train')).toEqual({
      loss: expect.closeTo(1, 5),
      r2: expect.closeTo(0, 5),
    })
    const level = constantLevel(experiment, 'validation')!
    const mean = train.targets.reduce((sum, y) => sum + y, 0) / 30
    const wrong = validation.targets.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 15
    expect(level.loss).toBeCloseTo(wrong, 6)
  })

  it.each(['circle', 'first-token', 'sine', 'adding'] as const)('%s: what a network is judged by', (set) => {
    const experiment = expectExperiment({
      data: { set, labelNoise: 0.2, train: 41, validation: 60 },
      ...(['sine', 'adding'].includes(set) ? { loss: 'mse' } : {}),
    })
    const { parts } = networkDataset(experiment)
    for (const part of ['train', 'validation'] as const)
      expect(networkTargets(experiment, part)).toEqual(parts[part].targets)
    expect(constantLevel(experiment, 'validation')!.loss).toBeGreaterThan(0)
  })

  it('is unknown, not wrong, while a download is on its way', () => {
    const experiment = expectExperiment({ data: { set: 'penguins', train: 100, validation: 50 } })
    expect(constantLevel(experiment, 'validation')).toBeNull()
    const targets = Uint8Array.from({ length: 342 }, (_, i) => (i < 151 ? 0 : i < 219 ? 1 : 2))
    const source = { inputs: new Float32Array(4 * 342), targets }
    expect(constantLevel(experiment, 'validation', source)!.loss).toBeCloseTo(1.046, 2)
    expect(constantLevel(expectExperiment({ data: { set: 'drawn' } }), 'validation')).toBeNull()
  })

  it('is unknown where evaluation is clean', () => {
    expect(noiseFloor(expectExperiment({ data: { labelNoise: 0.15 } }))).toBeNull()
  })
})
