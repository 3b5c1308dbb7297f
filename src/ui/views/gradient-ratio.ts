/** How many times as large the gradient of the last layer is as that of the first. */
import type { EpochRow } from '../../domain/run/run.ts'
import { scientific, whole } from '../../text/format.ts'
import type { Messages } from '../../text/messages.ts'

/** The gradients of several layers where the first is a number, else null. */
export function comparableGradients(row: Pick<EpochRow, 'gradients'> | null): readonly number[] | null {
  const gradients = row?.gradients ?? []
  return gradients.length > 1 && Number.isFinite(gradients[0]) ? gradients : null
}

/** A sentence in parts, of which every second is a figure. */
export function gradientRatio(gradients: readonly number[], t: Messages): readonly string[] {
  const [first, last] = [gradients[0]!, gradients.at(-1)!]
  return first === 0 || !Number.isFinite(last)
    ? [t.panes.silent]
    : t.panes.times(gradients.length, timesOf(last / first))
}

/** Writes a ratio with three digits, or two below a hundred. */
function timesOf(ratio: number): string {
  if (ratio >= 1e6) return scientific(ratio)
  return ratio >= 100 ? whole(Number(ratio.toPrecision(3))) : String(Number(ratio.toPrecision(2)))
}
