/** The positions of a single run's flags: they do not touch as long as a row is free, and they stay on the chart. */
import { FLAG_ROWS } from '../kit/layout.ts'

export interface Flag {
  readonly x: number
  readonly label: string
  readonly detail: string | null
}

export interface EpochFlag extends Flag {
  readonly width: number
  readonly top: number
  /** The flag lies left of its rule, because there is no room on the right. */
  readonly flipped: boolean
}

/** The margins of the text, and the notch. */
const TRIM = 15
const APART = 4

export function placeFlags(
  flags: readonly Flag[],
  right: number,
  width: (flag: Flag) => number,
): readonly EpochFlag[] {
  const sized = flags.map((flag) => {
    const short = { ...flag, detail: null }
    const fits = (candidate: Flag) => candidate.x + width(candidate) + TRIM <= right
    const chosen = fits(flag) ? flag : short
    return { ...chosen, width: width(chosen) + TRIM, flipped: !fits(chosen) }
  })
  const [low, high] = FLAG_ROWS
  const flown: EpochFlag[] = []
  for (const flag of sized.toSorted((a, b) => a.x - b.x)) {
    const touching = flown.filter(
      (other) => start(flag) < end(other) + APART && start(other) < end(flag) + APART,
    )
    const top = [low, high].find((row) => touching.every((other) => other.top !== row))
    if (top !== undefined) flown.push({ ...flag, top })
  }
  return flown
}

function start(flag: Omit<EpochFlag, 'top'>): number {
  return flag.flipped ? flag.x - flag.width : flag.x
}

function end(flag: Omit<EpochFlag, 'top'>): number {
  return flag.flipped ? flag.x : flag.x + flag.width
}
