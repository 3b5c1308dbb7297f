/** What a run keeps of its epochs is enough to train on from any of them. */
import { describe, expect, it } from 'vitest'
import type { ExperimentInput } from '../../domain/experiment/experiment.ts'
import { stoppingRule } from '../../domain/run/stopping-rule.ts'
import { freshStopping } from '../../domain/training/early-stopping.ts'
import { eachEngine } from '../trainers.testing.ts'
import { SMALL, trainOn } from './observed-training.testing.ts'

const ADAM: ExperimentInput = { ...SMALL, optimizer: { kind: 'adam', learningRate: 0.05 } }

describe.each(eachEngine)('%s', (_, engine) => {
  it('the state of every epoch trains on to the same weights', async () => {
    const plain = await trainOn(engine, ADAM)
    expect(plain.kept.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5, 6])
    expect(plain.kept.at(-1)!.state.weights).toEqual(plain.last)
    const stopping = freshStopping(stoppingRule({ earlyStopping: null }))
    const again = await trainOn(engine, ADAM, { from: { ...plain.kept[1]!, stopping, best: null } })
    const losses = (rows: typeof plain.rows) => rows.map(({ epoch, train }) => [epoch, train.loss])
    expect(losses(again.rows)).toEqual(losses(plain.rows.slice(2)))
    expect(again.last).toEqual(plain.last)
  })

  it('the weights of the best epoch are told again when it pauses', async () => {
    const { kept, best, outcome } = await trainOn(engine, SMALL, {
      oneEpoch: true,
      onPaused: (training) => training.resume(),
    })
    expect(kept.filter(({ epoch }) => epoch === 1)).toHaveLength(2)
    expect(kept.findLast(({ epoch }) => epoch === outcome.best)!.state.weights).toEqual(best)
  })
})
