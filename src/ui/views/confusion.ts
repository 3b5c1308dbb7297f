/** The confusion of classes: how often each was predicted for each. */
interface Confusion {
  /** counts[truth][predicted] */
  readonly counts: readonly (readonly number[])[]
  readonly wrong: number
  /** The number of samples classified; 0 before any run. */
  readonly total: number
  /** The mistakes, the most frequent first. */
  readonly confused: readonly { readonly truth: number; readonly predicted: number; readonly count: number }[]
}

/** `outputs` belong to the first samples: one probability for two classes, else one for each class. */
export function confusion(
  targets: ArrayLike<number>,
  outputs: Float32Array | null,
  classes: number,
): Confusion {
  const width = classes === 2 ? 1 : classes
  const total = (outputs?.length ?? 0) / width
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0))
  for (let i = 0; i < total; i++) {
    const row = outputs!.subarray(i * width, (i + 1) * width)
    const predicted = width === 1 ? Number(row[0]! > 0.5) : row.indexOf(Math.max(...row))
    if (predicted >= 0) counts[targets[i]!]![predicted]!++
  }
  const confused = counts
    .flatMap((row, truth) => row.map((count, predicted) => ({ truth, predicted, count })))
    .filter(({ truth, predicted, count }) => truth !== predicted && count > 0)
    .sort((a, b) => b.count - a.count)
  return { counts, wrong: confused.reduce((sum, { count }) => sum + count, 0), total, confused }
}
