/** How far updates move the weights. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../domain/data/dataset.ts'
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import { networkLayers } from '../domain/network/network.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { eachEngine, trainerOf } from './trainers.testing.ts'
import { RelativeUpdates, watchedUpdates } from './training/probes.ts'

const many = (count: number, of: (i: number) => number) => Array.from({ length: count }, (_, i) => of(i))

describe('watched updates', () => {
  it.each([
    [1, [0]],
    [2, [0, 1]],
    [3, [0, 1, 2]],
    [30, [5, 15, 25]],
  ])('of %i', (updates, watched) => expect([...watchedUpdates(updates)]).toEqual(watched))

  it('the median leaves out updates of a kernel of 0', () => {
    const updates = new RelativeUpdates(2)
    // Of the first kernel 2, 1 and 3; of the second 4 and 5, and one before which it was 0.
    updates.add(Float64Array.of(4, 1, 16, 1), 0)
    updates.add(Float64Array.of(9, 9, 1, 0), 0)
    updates.add(Float64Array.of(NaN, 9, 1, 25, 1), 1)
    expect(updates.medians()).toEqual([2, 4.5])
    updates.add(Float64Array.of(1, 0, 9, 1), 0)
    expect(updates.medians()).toEqual([Number.NaN, 3])
    expect(new RelativeUpdates(2).medians()).toEqual([Number.NaN, Number.NaN])
  })
})

describe.each(eachEngine)('%s', (_, engine) => {
  it('a watched update moves the weights by the same bits, and its relative size is the ratio of norms', () => {
    const run = (input: ExperimentInput, watched: boolean) => {
      const experiment = expectExperiment({ data: { set: 'moons', train: 20, validation: 20 }, ...input })
      const trainer = trainerOf(engine, experiment, networkDataset(experiment).parts)
      const states = many(3, (index) => index).map((index) => {
        trainer.accumulate({ from: 0, to: 20, epoch: 1, index }, 0, 20)
        const before = trainer.readState().weights
        trainer.update(0.05, watched)
        return { before, after: trainer.readState().weights }
      })
      const { updates } = trainer.report()
      trainer.dispose()
      const ratios = networkLayers(experiment).map(({ kernelAt, biasAt }) =>
        states
          .map(({ before, after }) => {
            const norm = (x: Float32Array) => Math.hypot(...x.subarray(kernelAt, biasAt))
            return norm(after.map((w, i) => w - before[i]!)) / norm(before)
          })
          .sort((a, b) => a - b),
      )
      return { updates, medians: ratios.map((each) => each[1]!), last: states.at(-1)!.after }
    }
    const inputs: ExperimentInput[] = [
      // Kernels that begin and end inside the kernels' blocks of 1024, and one of several.
      { model: { layers: [{ units: 37 }, { units: 61 }, { units: 3 }] }, optimizer: { kind: 'adamw' } },
      {
        model: { kind: 'residual-mlp', layers: [{ units: 21 }, { units: 33 }, { units: 18 }] },
        optimizer: { kind: 'momentum', clipNorm: 0.1 },
        regularization: { l1: 0.01, l2: 0.01, proximal: true },
      },
      { model: { layers: [] }, optimizer: { kind: 'sgd' }, regularization: { l1: 0.1 } },
    ]
    for (const input of inputs) {
      const [watched, plain] = [run(input, true), run(input, false)]
      expect(watched.last).toEqual(plain.last)
      expect(plain.updates.every(Number.isNaN)).toBe(true)
      for (const [i, median] of watched.medians.entries()) {
        if (Number.isFinite(median)) expect(watched.updates[i]! / median).toBeCloseTo(1, 3)
      }
    }
  })
})
