/** The parts that records of runs and of sweeps are made of, as they are read: finite numbers, and null where JSON has no NaN. */
import * as v from 'valibot'

export const MOST_EPOCHS = 100_000

export const finite = v.pipe(v.number(), v.finite())
export const epoch = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_EPOCHS))
/** Longer texts are cut: a driver's message is no reason to refuse a run. */
export const text = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => value.slice(0, most)),
  )
/**
 * A number that may be missing, such as R² of a constant target or the test loss of weights that diverged.
 */
export const figure = v.pipe(
  v.nullable(finite),
  v.transform((value) => value ?? Number.NaN),
)
export const score = v.object({ loss: finite, accuracy: v.optional(finite), r2: v.optional(figure) })
export const testScore = v.object({ ...score.entries, loss: figure })
/** Diverged weights may be NaN. All are checked in one pass, because there may be millions. */
export const numbers = v.pipe(
  v.custom<readonly (number | null)[]>(
    (value) => Array.isArray(value) && value.every((each) => each === null || typeof each === 'number'),
  ),
  v.transform((values) => values.map((value) => value ?? Number.NaN)),
)

const MOST_EDITS = 10_000
/** Where a run began that did not begin with the weights of its seed. */
export const branch = v.object({
  run: text(100),
  epoch,
  optimizer: v.picklist(['kept', 'new']),
  edits: v.optional(
    v.pipe(
      v.array(
        v.object({
          name: text(100),
          index: v.pipe(v.number(), v.integer(), v.minValue(0)),
          from: figure,
          to: finite,
        }),
      ),
      v.maxLength(MOST_EDITS),
    ),
  ),
})
