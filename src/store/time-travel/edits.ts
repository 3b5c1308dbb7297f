/** Weights set by hand. */
import type { WeightArray } from '../../domain/network/initial-weights.ts'
import type { WeightEdit } from '../../domain/run/branch.ts'

/** The weights with these set; the given ones stay as they are. */
export function withEdits(
  weights: readonly WeightArray[],
  edits: readonly WeightEdit[],
): readonly WeightArray[] {
  if (edits.length === 0) return weights
  const edited = new Set(edits.map(({ name }) => name))
  const copies = weights.map((array) =>
    edited.has(array.name) ? { ...array, values: array.values.slice() } : array,
  )
  for (const { name, index, to } of edits) {
    const array = copies.find((each) => each.name === name)
    if (array && index < array.values.length) array.values[index] = to
  }
  return copies
}

/** The edits with one more, in place of an earlier one of the same weight. Set back to what it was, it is no edit. */
export function editedAlso(edits: readonly WeightEdit[], edit: WeightEdit): readonly WeightEdit[] {
  const isSame = (other: WeightEdit) => other.name === edit.name && other.index === edit.index
  const others = edits.filter((other) => !isSame(other))
  return edit.to === edit.from ? others : [...others, edit]
}
