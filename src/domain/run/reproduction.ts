/** Whether a run, trained again, is the run that was recorded. */
import { type EpochRow, QUALITIES } from './measurements.ts'

export type Reproduction =
  /** Every figure of every epoch is the same number. */
  | { readonly kind: 'exact'; readonly epochs: number }
  | { readonly kind: 'differs'; readonly epoch: number }
  /**
   * The other run is of another engine, which rounds differently: the largest difference of two losses, as a
   * share of the larger.
   */
  | { readonly kind: 'rounded'; readonly largest: number; readonly epoch: number }

/** `exact` says that both runs are of an engine that gives the same bits everywhere. */
export function reproduction(
  recorded: readonly EpochRow[],
  again: readonly EpochRow[],
  exact: boolean,
): Reproduction {
  const epochs = Math.max(recorded.length, again.length)
  let [largest, at] = [0, 1]
  for (let i = 0; i < epochs; i++) {
    const [a, b] = [recorded[i], again[i]]
    if (!a || !b) return { kind: 'differs', epoch: i + 1 }
    const pairs = figures(a).map((value, j) => [value, figures(b)[j]!] as const)
    const isSame = pairs.every(([x, y]) => Object.is(x, y)) && sameQuality(a, b)
    if (exact && !isSame) return { kind: 'differs', epoch: i + 1 }
    for (const [x, y] of pairs) {
      const off = Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y), Number.MIN_VALUE)
      if (off > largest) [largest, at] = [off, i + 1]
    }
  }
  return exact ? { kind: 'exact', epochs } : { kind: 'rounded', largest, epoch: at }
}

/** Accuracy or R², of both parts; of a record that lacks one, it is not compared. */
const sameQuality = (recorded: EpochRow, again: EpochRow) =>
  (['train', 'validation'] as const).every((part) =>
    QUALITIES.every((key) => !(key in recorded[part]) || Object.is(recorded[part][key], again[part][key])),
  )

const figures = ({ train, validation, penalty }: EpochRow) => [train.loss, validation.loss, penalty]
