/**
 * The schema that reads an epoch from JSON, and the check that all epochs of a run have the same
 * measurements.
 */
import * as v from 'valibot'
import {
  type EpochRow,
  keysOf,
  MEASUREMENT_KEYS,
  MEASUREMENTS,
  type Measurement,
  QUALITIES,
  type Score,
  type Start,
} from './measurements.ts'
import { epoch, figure, finite, score } from './record-schema.ts'

const MOST_LAYERS = 1000

const VALUES = {
  finite,
  'not-negative': v.pipe(finite, v.minValue(0)),
  'may-be-missing': figure,
}

function valueSchema(key: Measurement): v.GenericSchema {
  const { shape, values } = MEASUREMENTS[key]
  switch (shape) {
    case 'score':
      return score
    case 'number':
      return VALUES[values]
    case 'layers':
      return v.pipe(v.array(VALUES[values]), v.maxLength(MOST_LAYERS))
  }
}

const measured = (key: Measurement) =>
  [key, MEASUREMENTS[key].optional ? v.optional(valueSchema(key)) : valueSchema(key)] as const

/** The table has a column of the right shape for every key of the type, so the object read is of the type. */
export const row = v.object({
  epoch,
  ...Object.fromEntries(MEASUREMENT_KEYS.map(measured)),
}) as v.GenericSchema as v.GenericSchema<unknown, EpochRow>

const START: { readonly [K in keyof Start]: true } = {
  train: true,
  validation: true,
  gradients: true,
  inactive: true,
}
const startKeys = MEASUREMENT_KEYS.filter((key) => Object.hasOwn(START, key))
export const start = v.object(
  Object.fromEntries(startKeys.map((key) => [key, valueSchema(key)])),
) as v.GenericSchema as v.GenericSchema<unknown, Start>

/** Whether a row has the figures that the first row of its run has, no more and no fewer. */
export function sameFigures(row: EpochRow, first: EpochRow): boolean {
  return (
    keysOf('score', false).every((key) => sameQuality(row[key], first.train)) &&
    MEASUREMENT_KEYS.every((key) => {
      const [value, other] = [row[key], first[key]]
      return Array.isArray(value) && Array.isArray(other)
        ? value.length === other.length
        : (value === undefined) === (other === undefined)
    })
  )
}

const sameQuality = (a: Score, b: Score) =>
  QUALITIES.every((quality) => (a[quality] === undefined) === (b[quality] === undefined))
