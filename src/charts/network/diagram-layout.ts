/** Where the columns and the units of a network are drawn. */

/** Layers that are drawn of so many hidden ones: all, or the first, the last, and two from the one that is looked at. */
const MOST_HIDDEN = 4
/** Units of a layer that are drawn; where there are more, one place says how many. */
export const MOST_UNITS = 8
/** Sizes of maps, and of the picture of the output, in pixels: in a column, and where there is a height to fill. */
const LARGEST = { map: { column: 46, filled: 96 }, output: { column: 224, filled: 440 } }
const SMALLEST = 18
/** The gap between two maps, as a share of a map. */
const GAP = 10 / 46
const HEADS = 44
const FOOT = 8
const WIDE = 640
/** The sizes of the output's picture and of a map in columns, and how many columns the picture takes besides its own. */
const PROPORTIONS = {
  wide: { more: 1.5, large: 2.2, small: 0.62 },
  narrow: { more: 0.7, large: 1.2, small: 0.48 },
}

/** The hidden layers that are drawn, from 0. `focus` is the one that is looked at. */
export function shownHidden(count: number, focus: number | null): number[] {
  if (count <= MOST_HIDDEN) return Array.from({ length: count }, (_, i) => i)
  const near = Math.max(1, Math.min(focus ?? 1, count - 3))
  return [0, near, near + 1, count - 1]
}

/** The units that are drawn, in their order: those with the largest outgoing weights where there are too many. */
export function shownUnits(outgoing: ArrayLike<number>): number[] {
  const all = Array.from({ length: outgoing.length }, (_, i) => i)
  if (all.length <= MOST_UNITS) return all
  return all
    .toSorted((a, b) => outgoing[b]! - outgoing[a]!)
    .slice(0, MOST_UNITS - 1)
    .sort((a, b) => a - b)
}

export interface DiagramLayout {
  readonly height: number
  /** The side of a map. */
  readonly map: number
  /** The middle of each column, the input's first. */
  readonly columns: readonly number[]
  /** The side of the picture in the last column; that of a map where there is none. */
  readonly output: number
  /** The middle of a place in a column of so many. */
  readonly y: (place: number, places: number) => number
}

interface Room {
  readonly width: number
  /** The height that there is; null takes what is needed. */
  readonly height: number | null
  /** The number of columns, and of places in the fullest. */
  readonly columns: number
  readonly places: number
  /** The width of the names beside the inputs. */
  readonly names: number
  /** Whether the last column is one large picture. */
  readonly picture: boolean
}

export function diagramLayout({ width, height, columns, places, names, picture }: Room): DiagramLayout {
  const { more, large, small } = width >= WIDE ? PROPORTIONS.wide : PROPORTIONS.narrow
  const share = (width - names) / (columns + (picture ? more : 0))
  const across = share * small
  const room = height === null ? 'column' : 'filled'
  const largest = LARGEST.map[room]
  const down = height === null ? largest : (height - HEADS - FOOT) / places / (1 + GAP)
  const map = Math.floor(Math.max(SMALLEST, Math.min(largest, across, down)))
  const step = map + Math.max(4, Math.round(map * GAP))
  const needed = HEADS + FOOT + places * step
  const whole = Math.max(needed, height ?? 0)
  const output = picture
    ? Math.floor(Math.min(LARGEST.output[room], share * large, whole - HEADS - FOOT))
    : map
  const [first, last] = [names + map / 2, width - output / 2 - 1]
  const middle = HEADS + (whole - HEADS - FOOT) / 2
  const between = (last - output / 2 - first - map / 2) / (columns - 1)
  return {
    height: whole,
    map,
    output,
    columns: Array.from({ length: columns }, (_, i) =>
      i === columns - 1 ? last : first + between * i + (i > 0 ? map / 2 / (columns - 1) : 0),
    ),
    y: (place, of) => middle + (place - (of - 1) / 2) * step,
  }
}
