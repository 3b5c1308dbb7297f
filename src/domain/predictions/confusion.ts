/** Which class each sample was given, and how often each class was taken for each. */

/** A sample that was classified. */
export interface Classified {
  /** Its number in its part, from 0. */
  readonly sample: number
  readonly truth: number
  readonly predicted: number
  /** The probability of the predicted class, and that of the true one. */
  readonly confidence: number
  readonly ofTruth: number
}

/**
 * `outputs` belong to the first samples, row-major: the probability of the second class where there are two, else one for
 * each class. The prediction is the second of two above ½, else the first of the largest. Rows that are no numbers are left
 * out.
 */
export function classified(
  targets: ArrayLike<number>,
  outputs: Float32Array | null,
  classes: number,
): Classified[] {
  const width = classes === 2 ? 1 : classes
  const total = (outputs?.length ?? 0) / width
  const all: Classified[] = []
  for (let sample = 0; sample < total; sample++) {
    const truth = targets[sample]!
    const row = outputs!.subarray(sample * width, (sample + 1) * width)
    if (row.some(Number.isNaN)) continue
    if (width === 1) {
      const p = row[0]!
      const predicted = p > 0.5 ? 1 : 0
      all.push({ sample, truth, predicted, confidence: Math.max(p, 1 - p), ofTruth: truth === 1 ? p : 1 - p })
    } else {
      const predicted = row.indexOf(Math.max(...row))
      all.push({ sample, truth, predicted, confidence: row[predicted]!, ofTruth: row[truth]! })
    }
  }
  return all
}

export interface Confusion {
  /** counts[truth][predicted] */
  readonly counts: readonly (readonly number[])[]
  readonly wrong: number
  /** The mistakes, the most frequent first. */
  readonly confused: readonly { readonly truth: number; readonly predicted: number; readonly count: number }[]
}

export function confusion(all: readonly Classified[], classes: number): Confusion {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0))
  for (const { truth, predicted } of all) counts[truth]![predicted]!++
  const confused = counts
    .flatMap((row, truth) => row.map((count, predicted) => ({ truth, predicted, count })))
    .filter(({ truth, predicted, count }) => truth !== predicted && count > 0)
    .sort((a, b) => b.count - a.count)
  return { counts, wrong: confused.reduce((sum, { count }) => sum + count, 0), confused }
}

/** Samples whose true class has the smallest probability come first. */
export function worstFirst(all: readonly Classified[]): Classified[] {
  return all.toSorted((a, b) => a.ofTruth - b.ofTruth)
}
