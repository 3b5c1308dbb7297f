/** The ready sweeps show what they are named after, on four seeds, trained by the real engine. */
import { expect, it } from 'vitest'
import { type ReadySweepKey, readySweep } from '../domain/sweep/ready-sweeps.ts'
import { cellExperiment, cellsOf, seeded } from '../domain/sweep/sweep.ts'
import { bestCell, type CellSummary, type SweepRun, summarize, sweepRun } from '../domain/sweep/sweep-run.ts'
import { trained } from './trained.testing.ts'

const SEEDS = [1, 2, 3, 4]

async function swept(key: ReadySweepKey, among?: readonly string[]) {
  const { sweep, metric } = readySweep(key)
  const cells = cellsOf(sweep)
  const runs: SweepRun[] = []
  for (const cell of cells) {
    if (among && !among.includes(cell.values[0]!)) continue
    const parsed = cellExperiment(sweep, cell)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    for (const seed of SEEDS) {
      const { rows, outcome } = await trained(seeded(parsed.experiment, seed, sweep.varies))
      runs.push(sweepRun(cell.index, seed, rows, outcome, null))
    }
  }
  const summary = summarize(cells.length, runs, metric)
  const at = (value: string): CellSummary => summary[cells.find(({ values }) => values[0] === value)!.index]!
  return {
    validation: (value: string) => at(value).validation!.median,
    train: (value: string) => at(value).train!.median,
    best: cells[bestCell(summary, metric)!.index]!.values[0]!,
  }
}

it('U-curve: training error falls with width, validation error is lowest in between', async () => {
  const { validation, train, best } = await swept('u-curve')
  expect(['2', '3', '4', '8']).toContain(best)
  expect(validation('1')).toBeGreaterThan(1.05 * validation(best))
  expect(validation('64')).toBeGreaterThan(2 * validation(best))
  expect(train('64')).toBeLessThan(train('1') / 3)
})

it('double descent: the error peaks where samples are as many as weights, and falls on both sides', async () => {
  const { validation, train } = await swept('double-descent')
  expect(validation('100')).toBeGreaterThan(3 * validation('60'))
  expect(validation('100')).toBeGreaterThan(10 * validation('200'))
  expect(validation('60')).toBeLessThan(validation('25'))
  expect(validation('400')).toBeLessThan(validation('150'))
  expect(train('90')).toBeLessThan(0.01)
  expect(train('150')).toBeGreaterThan(0.1)
})

it('λ: a little mends overfitting, too much flattens everything', async () => {
  const { validation, train } = await swept('lambda', ['0', '0.01', '0.1'])
  expect(validation('0.01')).toBeLessThan(0.6 * validation('0'))
  expect(train('0.1')).toBeGreaterThan(0.6)
})

it('dropout: the curve of validation loss comes down, training loss goes up', async () => {
  const { validation, train } = await swept('dropout', ['0', '0.5'])
  expect(validation('0.5')).toBeLessThan(0.8 * validation('0'))
  expect(train('0.5')).toBeGreaterThan(train('0'))
})

it('training size: more data raise training loss and lower validation loss', async () => {
  const { validation, train } = await swept('training-size', ['30', '300'])
  expect(validation('300')).toBeLessThan(0.5 * validation('30'))
  expect(train('300')).toBeGreaterThan(train('30'))
})
