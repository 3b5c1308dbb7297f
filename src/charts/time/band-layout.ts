/** Where things lie on a time band: one x scale for the track, its flags and the losses below it. */
import { axisFromZero, niceStep } from '../kit/axis.ts'
import type { Size } from '../kit/use-size.ts'

export interface BandLayout {
  readonly left: number
  readonly right: number
  /** The middle of the track. */
  readonly track: number
  /** The plot of the losses, below the track; null where there is none. */
  readonly plot: { readonly top: number; readonly bottom: number } | null
  readonly ticks: readonly { readonly epoch: number; readonly isLong: boolean }[]
  /** Epochs that are written below. */
  readonly numbers: readonly number[]
  x(epoch: number): number
  /** The whole epoch at a place, within the run. */
  epochAt(x: number): number
}

export const FLAG = 20
const TRACK = 34
const NUMBERS = 20
/** A tick every so many pixels at least. */
const APART = 26
const NUMBERS_APART = 72

export function bandLayout(
  size: Size,
  last: number,
  margins: readonly [number, number],
  plotted: boolean,
): BandLayout {
  const [left, right] = [margins[0], Math.max(margins[0] + 1, size.width - margins[1])]
  const width = right - left
  const { domain, ticks: numbers } = axisFromZero(last, width / NUMBERS_APART)
  const end = domain[1]
  const tick = Math.max(1, niceStep(end / Math.max(1, width / APART)))
  return {
    left,
    right,
    track: TRACK,
    plot: plotted ? { top: TRACK + 18, bottom: size.height - NUMBERS } : null,
    ticks: Array.from({ length: Math.floor(end / tick) + 1 }, (_, i) => ({
      epoch: i * tick,
      isLong: i % 5 === 0,
    })),
    numbers,
    x: (epoch) => left + (epoch / end) * width,
    epochAt: (x) => Math.max(0, Math.min(last, Math.round(((x - left) / width) * end))),
  }
}

/** The epoch after a key on the scrubber; null where the key means nothing there. */
export function epochAfter(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  at: number,
  first: number,
  last: number,
): number | null {
  const step = shiftKey ? 10 : 1
  const next: Readonly<Record<string, number>> = {
    ArrowLeft: at - step,
    ArrowDown: at - step,
    ArrowRight: at + step,
    ArrowUp: at + step,
    PageDown: at - 10,
    PageUp: at + 10,
    Home: first,
    End: last,
  }
  const found = next[key]
  return found === undefined ? null : Math.max(first, Math.min(found, last))
}
