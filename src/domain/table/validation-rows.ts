/**
 * A table whose author set test rows apart and no others: its test part stays as it is, and a fifth of the training rows
 * becomes the validation part, the classes in their proportions. Which rows is drawn from a seed of the table's own, so
 * that the same table is always parted in the same way.
 */
import { permutation, stream } from '../random.ts'

const [TRAIN, VALIDATION] = [0, 1]
/** One of this many training rows goes to the validation part. */
const EVERY = 5

/** Parts of the rows: 0 train, 1 validation, 2 test. `classes` is 0 where numbers are predicted. */
export function withValidation(partOf: Uint8Array, targets: ArrayLike<number>, classes: number): Uint8Array {
  if (partOf.includes(VALIDATION) || !partOf.includes(TRAIN)) return partOf
  const training = [...partOf.keys()].filter((row) => partOf[row] === TRAIN)
  const drawn = Array.from(
    permutation(training.length, stream(1, 'rows', 'validation')),
    (at) => training[at]!,
  )
  // In a list sorted by class, every fifth row has the classes in proportion.
  if (classes > 0) drawn.sort((a, b) => targets[a]! - targets[b]!)
  const parts = partOf.slice()
  for (let i = Math.min(EVERY >> 1, drawn.length - 1); i > 0 && i < drawn.length; i += EVERY)
    parts[drawn[i]!] = VALIDATION
  return parts
}
