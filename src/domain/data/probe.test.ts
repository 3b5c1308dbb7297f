import { describe, expect, it } from 'vitest'
import { outputUnits } from '../network/inputs-outputs.ts'
import { expectExperiment } from '../parsing/parse.ts'
import type { Source } from '../table/source.ts'
import { rawSamples } from './dataset.ts'
import { GRID, memorized, probeRows, wrongLabels } from './probe.ts'

/** As many pictures as the packed set has, each of one grey. */
const pictures: Source = {
  inputs: Uint8Array.from({ length: 1797 * 64 }, (_, i) => Math.floor(i / 64) % 17),
  targets: Uint8Array.from({ length: 1797 }, (_, i) => i % 10),
}

describe.each([
  [
    'two classes on a plane',
    expectExperiment({ data: { set: 'moons', train: 100, labelNoise: 0.2 } }),
    undefined,
  ],
  [
    'ten classes of pictures',
    expectExperiment({ data: { set: 'digits-8x8', train: 100, labelNoise: 0.2 } }),
    pictures,
  ],
  [
    'classes of sequences',
    expectExperiment({ data: { set: 'first-token', train: 100, labelNoise: 0.2 } }),
    undefined,
  ],
])('wrong labels of %s', (_, experiment, source) => {
  const wrong = wrongLabels(experiment, source)
  const units = outputUnits(experiment)
  const train = rawSamples(experiment, 'train', source)
  const rows = probeRows(experiment, source)
  const asked = rows.length / (train.inputs.length / train.count)

  /** A network that says one class to every row, or to each wrong label what `of` says. */
  const outputs = (of: (index: number) => number) => {
    const shown = asked - wrong.classes.length
    return Float32Array.from({ length: asked * units }, (_, at) => {
      const [row, unit] = [Math.floor(at / units), at % units]
      const said = row < shown ? 0 : of(row - shown)
      return units === 1 ? said : Number(said === unit)
    })
  }

  it('are those that the data say were replaced, behind what is drawn', () => {
    expect(wrong.total).toBe(20)
    expect(wrong.classes).toHaveLength(20)
    expect(Array.from(rows.subarray(rows.length - wrong.inputs.length))).toEqual(wrong.inputs)
    const clean = expectExperiment({ ...experiment, data: { ...experiment.data, labelNoise: 0 } })
    const truths = rawSamples(clean, 'train', source).targets
    const flipped = Array.from(train.flipped.keys()).filter((i) => train.flipped[i] === 1)
    expect(flipped.map((i) => train.targets[i])).toEqual(wrong.classes)
    for (const i of flipped) expect(train.targets[i]).not.toBe(truths[i])
  })

  it('count where the network says what the label says', () => {
    expect(
      memorized(
        outputs((i) => wrong.classes[i]!),
        wrong,
        experiment,
      ),
    ).toBe(20)
    const others = outputs((i) => (i < 5 ? wrong.classes[i]! : (wrong.classes[i]! + 1) % Math.max(2, units)))
    expect(memorized(others, wrong, experiment)).toBe(5)
  })
})

it('only the first of many wrong labels are asked about, and of clean or numeric data none', () => {
  const many = wrongLabels(expectExperiment({ data: { set: 'circle', train: 2000, labelNoise: 0.5 } }))
  expect(many.total).toBe(1000)
  expect(many.classes).toHaveLength(300)
  expect(probeRows(expectExperiment({ data: { set: 'circle' } }))).toHaveLength(GRID * GRID * 2)
  expect(wrongLabels(expectExperiment({ data: { set: 'bumps', labelNoise: 0.5 } })).total).toBe(0)
})
