import { expect, it } from 'vitest'
import { defaultExperiment } from '../../domain/parsing/parse.ts'
import { en } from '../../text/en/index.ts'
import { endOf } from './chart-runs.ts'

it('the flag of a run that was cut off by leaving the page does not say that a person stopped it', () => {
  const outcome = { kind: 'stopped', epoch: 12, best: 8, restored: null } as const
  const detail = (interrupted: { checkpoint: null } | null) =>
    endOf(outcome, { experiment: defaultExperiment(), interrupted }, en)?.detail
  expect(detail(null)).toBe(en.stage.byHand)
  expect(detail({ checkpoint: null })).toBe(en.stage.pageLeft)
})
