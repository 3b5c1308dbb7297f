/** The epochs of a record that somebody else has written: what is missing or no number is not measured, or no number. */
import type { EpochRow, Score } from '../run/run.ts'
import type { Diagnosis } from './diagnose.ts'

type Unknown = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const number = (value: unknown) => (typeof value === 'number' ? value : Number.NaN)
const numbers = (value: unknown): readonly number[] => listOf(value).map(number)

/** Without a validation part the training part stands in its place, so that training is judged all the same. */
export function foreignRows(epochs: unknown): readonly EpochRow[] {
  return listOf(epochs).map((row, i) => {
    const { train, validation, validationError, updates, inactive, gradients } = isObject(row) ? row : {}
    return {
      epoch: i + 1,
      train: scoreOf(train),
      validation: scoreOf(isObject(validation) ? validation : train),
      penalty: 0,
      learningRate: Number.NaN,
      gradients: numbers(gradients),
      seconds: 0,
      validationError: number(validationError),
      ...(Array.isArray(updates) && { updates: numbers(updates) }),
      ...(Array.isArray(inactive) && { inactive: numbers(inactive) }),
    }
  })
}

/** JSON has no NaN: a loss of null was one. */
function scoreOf(value: unknown): Score {
  const { loss, r2 } = isObject(value) ? value : {}
  return { loss: number(loss), ...(typeof r2 === 'number' && { r2 }) }
}

export const isValidated = (epochs: unknown): boolean =>
  listOf(epochs).some((row) => isObject(row) && isObject(row.validation))

/** What only a validation part can tell is not said without one. */
export function withoutValidation(diagnosis: Diagnosis): Diagnosis {
  const { verdict } = diagnosis
  const needsOne = verdict === 'good-fit' || verdict === 'overfitting' || verdict === 'noisy-validation'
  return needsOne ? { ...diagnosis, verdict: 'too-early', evidence: [] } : diagnosis
}
