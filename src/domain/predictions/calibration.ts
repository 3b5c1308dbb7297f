/** Whether predictions are as sure as they are right (Guo et al. 2017). */
import type { Classified } from './confusion.ts'

export interface CalibrationBin {
  /** The confidences in the bin: above `from`, up to `to`. */
  readonly from: number
  readonly to: number
  readonly count: number
  /** The mean confidence of the bin's predictions, and the share of them that are right; NaN of an empty bin. */
  readonly confidence: number
  readonly right: number
}

export interface Calibration {
  readonly bins: readonly CalibrationBin[]
  /** Expected calibration error: mean |confidence − right| over the bins, weighted by their samples. NaN of no samples. */
  readonly error: number
}

const BINS = 10

export function calibration(all: readonly Classified[]): Calibration {
  const sums = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }))
  for (const { truth, predicted, confidence } of all) {
    const sum = sums[Math.min(BINS - 1, Math.max(0, Math.ceil(confidence * BINS) - 1))]!
    sum.count++
    sum.confidence += confidence
    sum.right += Number(truth === predicted)
  }
  const bins = sums.map(({ count, confidence, right }, i) => ({
    from: i / BINS,
    to: (i + 1) / BINS,
    count,
    confidence: confidence / count,
    right: right / count,
  }))
  const apart = bins.reduce(
    (sum, { count, confidence, right }) => (count === 0 ? sum : sum + count * Math.abs(confidence - right)),
    0,
  )
  return { bins, error: apart / all.length }
}
