/** A recorded run judged in hindsight must end where a run that really stops ends. */
import { describe, expect, it } from 'vitest'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { whatIf } from '../domain/run/what-if.ts'
import { trained } from './trained.testing.ts'

const moons = (earlyStopping: Partial<NonNullable<Experiment['earlyStopping']>> | null) =>
  expectExperiment({
    data: { set: 'moons', train: 30, validation: 60, test: 10, noise: 0.3 },
    model: { layers: [{ units: 16 }] },
    optimizer: { learningRate: 0.02 },
    training: { batchSize: 8, epochs: 120 },
    earlyStopping,
  })

describe.each([
  { patience: 0, minDelta: 0 },
  { patience: 3, minDelta: 0 },
  { patience: 10, minDelta: 0.01 },
  { patience: 500, minDelta: 0 },
])('patience $patience, min delta $minDelta', (thresholds) => {
  it.each(['validation-loss', 'validation-accuracy'] as const)(
    'of %s agrees with a real run',
    async (monitor) => {
      const whole = await trained(moons(null))
      const real = await trained(moons({ ...thresholds, monitor }))
      const told = whatIf(whole.rows, moons({ monitor }).earlyStopping, thresholds)
      expect(told.stop).toBe(real.outcome.kind === 'early-stopped' ? real.outcome.epoch : null)
      expect(told.best).toBe(real.outcome.best)
      expect(told.saved).toBe(whole.rows.length - real.outcome.epoch)
      expect(told.cost).toBe(real.best.validation.loss - whole.best.validation.loss)
    },
  )
})
