/** Validation pictures with their predictions: mistakes come first, the most confident at the front. */
import type { DigitItem } from '../../charts/model/digit-grid.tsx'
import type { RawSamples } from '../../domain/data/samples.ts'

/** How many pictures are shown, and how many of them may be mistakes: the right ones belong to the picture too. */
const SHOWN = 36
const MISTAKES_SHOWN = 24

export interface ShownDigits {
  readonly items: readonly DigitItem[]
  readonly wrong: number
  /** The number of digits classified; 0 before any run. */
  readonly total: number
}

/** `outputs` are the class probabilities of the first samples, row-major, or null. */
export function digitItems(
  samples: RawSamples,
  outputs: Float32Array | null,
  classes: readonly string[],
  pixels: number,
): ShownDigits {
  const total = outputs ? outputs.length / classes.length : 0
  const count = total || Math.min(SHOWN, samples.count)
  const items = Array.from({ length: count }, (_, i) => itemAt(i, samples, outputs, classes, pixels))
  const wrong = items.filter(({ predicted, truth }) => predicted !== null && predicted !== truth)
  const surest = wrong.toSorted((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0))
  const right = items.filter((item) => !wrong.includes(item))
  return { items: [...surest.slice(0, MISTAKES_SHOWN), ...right].slice(0, SHOWN), wrong: wrong.length, total }
}

function itemAt(
  i: number,
  samples: RawSamples,
  outputs: Float32Array | null,
  classes: readonly string[],
  size: number,
): DigitItem {
  const pixels = Uint8ClampedArray.from(samples.inputs.subarray(i * size, (i + 1) * size), (ink) => ink * 255)
  const truth = classes[samples.targets[i]!]!
  if (!outputs) return { pixels, truth, predicted: null, confidence: null }
  const row = outputs.subarray(i * classes.length, (i + 1) * classes.length)
  const top = row.indexOf(Math.max(...row))
  return { pixels, truth, predicted: classes[top] ?? null, confidence: row[top] ?? null }
}
