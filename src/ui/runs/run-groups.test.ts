import { describe, expect, it } from 'vitest'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import type { RunView } from '../../store/run-view.ts'
import { groupOf } from '../../store/shown-runs.ts'
import { groupsOf, lowestOf } from './run-groups.ts'

const run = (id: string, experiment: object, best: number): RunView =>
  ({
    id,
    preset: null,
    experiment: expectExperiment(experiment),
    best: { validation: { loss: best } },
  }) as RunView

const moons = { data: { set: 'moons' } }
const sine = { data: { set: 'sine' } }

describe('the groups of the run table', () => {
  it('are the scenes and data: the present one first, then the one with the latest run', () => {
    const runs = [
      run('a', sine, 1),
      run('b', moons, 1),
      run('c', { data: { set: 'xor' } }, 1),
      run('d', sine, 1),
    ]
    const draft = { preset: null, experiment: expectExperiment(moons), comparison: null }
    const groups = groupsOf(runs, groupOf(draft))
    expect(groups.map((group) => group.runs.map(({ id }) => id))).toEqual([['b'], ['a', 'd'], ['c']])
    expect(groups.map(({ present }) => present)).toEqual([true, false, false])
  })
})

describe('the lowest validation loss', () => {
  it('never compares two kinds of loss, nor different validation samples', () => {
    const runs = [
      run('low', { ...moons, loss: 'mse' }, 0.01),
      run('a', moons, 0.4),
      run('b', moons, 0.3),
      run('noisier', { data: { set: 'moons', noise: 0.9 } }, 0.2),
    ]
    expect([...lowestOf(runs)]).toEqual(['b'])
  })

  it('is compared over more training data, wrong training labels and other networks', () => {
    const runs = [
      run('a', { data: { set: 'moons', train: 40 } }, 0.4),
      run('b', { data: { set: 'moons', train: 400, labelNoise: 0.2 } }, 0.3),
      run('c', { ...moons, model: { layers: [] } }, 0.3),
    ]
    expect([...lowestOf(runs)]).toEqual(['b', 'c'])
  })
})
