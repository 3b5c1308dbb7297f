import { expect, it } from 'vitest'
import type { Experiment } from '../../experiment/experiment.ts'
import { experimentKey } from '../../experiment/identity.ts'
import { expectExperiment, parseExperiment } from '../../parsing/parse.ts'
import { NO_TABLES } from '../../table/library.ts'
import { VERDICTS } from '../verdict.ts'
import { MOONS, offered } from './offered.testing.ts'

it.each(VERDICTS)(
  '%s: each remedy is a complete experiment, can be parsed and changes something',
  (verdict) => {
    for (const { experiment } of offered(verdict, MOONS)) {
      expect(parseExperiment(experiment, NO_TABLES).ok).toBe(true)
      expect(experimentKey(experiment)).not.toBe(experimentKey(expectExperiment(MOONS)))
    }
  },
)

it('what was tried is not offered again, but its next value', () => {
  const dropout = (tried: readonly Experiment[]) =>
    offered('overfitting', MOONS, { tried }).find(({ key }) => key === 'dropout')!.experiment
  const first = dropout([])
  expect(first.regularization.dropout).toBe(0.3)
  expect(dropout([first]).regularization.dropout).toBe(0.5)
})
