import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { messages } from '../text/messages.ts'
import { runName } from '../text/run-name.ts'
import { setApart } from './differences.ts'
import type { RunView } from './run-view.ts'

const t = messages('en')
/** A run as a link without a preset starts it: with no changes of its own. */
const run = (input: ExperimentInput, own: Partial<RunView> = {}) => {
  const experiment = expectExperiment({ data: { set: 'moons' }, ...input })
  return {
    experiment,
    name: null,
    preset: null,
    changes: [],
    lineupValue: null,
    ...own,
  } as unknown as RunView
}
const lr = (learningRate: number) => ({ optimizer: { learningRate } })
const names = (runs: readonly RunView[]) => runs.map((each) => runName(each, t))

describe('runs that would be called the same', () => {
  it('are called by what differs, from the second on', () => {
    const [first, ...others] = [run(lr(0.1)), run(lr(0.3)), run({ ...lr(0.1), loss: 'mse' })]
    expect(names(setApart(others, [first!], t))).toEqual([
      'Two moons + learning rate 0.3',
      'Two moons + Mean squared error',
    ])
  })

  it('incoming runs get different names, as when a file contains them together', () => {
    const brought = [0.1, 0.2, 0.4].map((rate) => run(lr(rate), { name: 'mine', imported: true }))
    expect(names(setApart(brought, [], t))).toEqual([
      'mine',
      'mine + learning rate 0.2',
      'mine + learning rate 0.4',
    ])
  })

  it('with changes of their own keep them in front', () => {
    const change = [{ key: 'dropout', from: '0', to: '0.5' }] as const
    const forks = [lr(0.1), lr(0.3)].map((input) => run(input, { changes: change }))
    expect(names(setApart(forks, [], t))).toEqual(['+ dropout 0.5', '+ dropout 0.5 + learning rate 0.3'])
  })

  it('of one experiment are numbered', () => {
    const present = setApart([run(lr(0.1)), run(lr(0.1))], [], t)
    expect(names([...present, ...setApart([run(lr(0.1))], present, t)])).toEqual([
      ...['Two moons', 'Two moons (2)', 'Two moons (3)'],
    ])
  })

  it('is said in the language of the page when it is read, not when they came', () => {
    const [, second] = setApart([run(lr(0.1)), run(lr(0.3))], [], t)
    expect(runName(second!, messages('zh-CN'))).toBe('双月 + 学习率 0.3')
  })
})
