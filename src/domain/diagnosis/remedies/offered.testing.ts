/** What is offered to a run with a verdict and with what was measured of it. */
import type { Experiment, ExperimentInput } from '../../experiment/experiment.ts'
import { expectExperiment } from '../../parsing/parse.ts'
import { diagnose } from '../diagnose.ts'
import type { Quantity, Verdict } from '../verdict.ts'
import type { RemedyKey } from './proposals.ts'
import { type Remedy, remediesFor } from './remedies.ts'

const EPOCHS = 100

const { figures } = diagnose({
  experiment: expectExperiment({}),
  epochs: Array.from({ length: EPOCHS }, (_, i) => ({
    epoch: i + 1,
    train: { loss: 0.1 },
    validation: { loss: 0.3 + i / 100 },
    penalty: 0,
    learningRate: 0.1,
    gradients: [0.1],
    seconds: 0.01,
  })),
  outcome: null,
})

/** What is not given here is as `figures` has it. */
type Measured = Partial<Record<Quantity, number>>

interface Circumstances {
  readonly measured?: Measured
  readonly tried?: readonly Experiment[]
  readonly endedByPatience?: boolean
}

export function offered(
  verdict: Verdict,
  input: ExperimentInput,
  {
    measured = verdict === 'too-early' ? { epochs: 3 } : {},
    tried = [],
    endedByPatience = false,
  }: Circumstances = {},
): readonly Remedy[] {
  const changed = Object.entries(measured).map(([quantity, value]) => [quantity, { value, epochs: null }])
  const found = { verdict, figures: { ...figures, ...Object.fromEntries(changed) }, endedByPatience }
  return remediesFor(expectExperiment(input), EPOCHS, found, tried)
}

export const keys = (verdict: Verdict, input: ExperimentInput, measured?: Measured): readonly RemedyKey[] =>
  offered(verdict, input, measured && { measured }).map(({ key }) => key)

/** A run that has come to rest, without early stopping. */
export const MOONS: ExperimentInput = { data: { set: 'moons', train: 80 }, earlyStopping: null }
