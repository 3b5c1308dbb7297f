import type { Experiment } from '../../domain/experiment.ts'
import { type KnobKey, knobValue } from '../../domain/knobs.ts'
import { python } from './python.ts'

/** An experiment on its way into Python. */
export interface Context {
  readonly experiment: Experiment
  /** A setting as an expression: its value, or `config["lr"]` in a sweep of it. */
  readonly value: (key: KnobKey) => string
}

export function context(experiment: Experiment, swept: readonly KnobKey[] = []): Context {
  return {
    experiment,
    value: (key) => (swept.includes(key) ? `config[${python(key)}]` : python(knobValue(experiment, key))),
  }
}
