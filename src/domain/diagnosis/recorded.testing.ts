/** Trained runs in short (`npm run prove:verdicts` writes them), and how they become records again. */
import type { ExperimentInput } from '../experiment/experiment.ts'
import { expectExperiment } from '../parsing/parse.ts'
import type { EpochRow, Outcome, Start } from '../run/run.ts'
import { diagnose } from './diagnose.ts'
import type { DiagnosedRun } from './judged-run.ts'
import file from './recorded-runs.json' with { type: 'json' }
import type { Verdict } from './verdict.ts'

export interface RecordedRun {
  readonly name: string
  readonly labels: readonly Verdict[]
  readonly experiment: ExperimentInput
  readonly outcome: Outcome
  readonly start?: Start
  readonly train: readonly number[]
  readonly validation: readonly number[]
  /** Of the first epoch, training and validation; null of classes. */
  readonly r2: readonly (readonly (number | null)[])[]
  /** Of the first epoch. */
  readonly gradients: readonly number[]
  readonly validationError?: readonly number[]
  /** Of the middle kernel. */
  readonly updates?: readonly number[]
  readonly inactive?: readonly (readonly number[])[]
}

export const RECORDED = file as readonly RecordedRun[]

export function asRun(recorded: RecordedRun): DiagnosedRun {
  const { train, validation, r2, gradients, validationError, updates, inactive, start, outcome } = recorded
  const epochs = train.map((loss, i): EpochRow => {
    const [trainR2, validationR2] = r2[i] ?? []
    return {
      epoch: i + 1,
      train: { loss, ...(trainR2 != null && { r2: trainR2 }) },
      validation: { loss: validation[i]!, ...(validationR2 != null && { r2: validationR2 }) },
      penalty: 0,
      learningRate: 0,
      gradients: i === 0 ? gradients : [],
      seconds: 0,
      ...(validationError && { validationError: validationError[i]! }),
      ...(updates && { updates: [updates[i]!] }),
      ...(inactive && { inactive: inactive[i]! }),
    }
  })
  return { experiment: expectExperiment(recorded.experiment), epochs, start, outcome }
}

/** The verdict after every epoch, as a page without a memory would show it. */
export function verdictsAlong(run: DiagnosedRun): readonly Verdict[] {
  return run.epochs.map(
    (_, i) => diagnose({ ...run, epochs: run.epochs.slice(0, i + 1), outcome: null }).verdict,
  )
}

export const changes = (verdicts: readonly Verdict[]) =>
  verdicts.slice(1).filter((verdict, i) => verdict !== verdicts[i]).length
