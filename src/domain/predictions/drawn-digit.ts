/** A digit that a person draws, as the picture that a network trained on MNIST knows. */

/** Places that the pen went through, in order: x to the right and y down, from 0 to 1 across the pad. */
export type Stroke = readonly (readonly [number, number])[]

/** The width of the pen, as a share of the pad. */
export const PEN = 0.09

/** MNIST's pictures, and the box that a digit fills in them, in pixels. */
const SIDE = 28
const BOX = 20
/** A pixel's ink is measured at so many places along each of its sides. */
const PLACES = 4

/**
 * As MNIST was made (LeCun et al. 1998): the drawing is scaled to fit a box of 20 × 20, its proportions kept, and laid into 28 × 28
 * with its centre of mass in the middle. Row-major, 0 is paper and 1 is ink; null of a drawing without strokes.
 */
export function digitPicture(strokes: readonly Stroke[]): Float32Array | null {
  const points = strokes.flat()
  if (points.length === 0) return null
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const scale = BOX / (PEN + Math.max(Math.max(...xs) - left, Math.max(...ys) - top))
  const laid = (right: number, down: number) =>
    ink(
      strokes.map((stroke) =>
        stroke.map(([x, y]) => [(x - left) * scale + right, (y - top) * scale + down] as const),
      ),
      (PEN / 2) * scale,
    )
  const first = (SIDE - BOX) / 2 + (PEN / 2) * scale
  const [x, y] = centreOfMass(laid(first, first))
  return laid(first + SIDE / 2 - x, first + SIDE / 2 - y)
}

/** In pixels from the upper left corner of the picture. */
export function centreOfMass(picture: Float32Array): readonly [number, number] {
  let [mass, x, y] = [0, 0, 0]
  picture.forEach((value, i) => {
    mass += value
    x += value * ((i % SIDE) + 0.5)
    y += value * (Math.floor(i / SIDE) + 0.5)
  })
  return [x / mass, y / mass]
}

/** The share of each pixel within `radius` of a stroke. */
function ink(strokes: readonly Stroke[], radius: number): Float32Array {
  const across = SIDE * PLACES
  const isInk = new Uint8Array(across * across)
  const placeOf = (i: number) => (i + 0.5) / PLACES
  /** The places that a line from one coordinate to another can reach: the first, and the one after the last. */
  const reach = (from: number, to: number) => [
    Math.max(0, Math.floor((Math.min(from, to) - radius) * PLACES)),
    Math.min(across, Math.ceil((Math.max(from, to) + radius) * PLACES)),
  ]
  for (const stroke of strokes)
    stroke.forEach((to, i) => {
      const from = stroke[Math.max(0, i - 1)]!
      const [[left, right], [top, bottom]] = [reach(from[0], to[0]), reach(from[1], to[1])]
      for (let row = top!; row < bottom!; row++)
        for (let column = left!; column < right!; column++)
          if (isNear(placeOf(column), placeOf(row), from, to, radius * radius))
            isInk[row * across + column] = 1
    })
  const picture = new Float32Array(SIDE * SIDE)
  isInk.forEach((value, i) => {
    const [row, column] = [Math.floor(i / across), i % across]
    picture[Math.floor(row / PLACES) * SIDE + Math.floor(column / PLACES)]! += value / PLACES ** 2
  })
  return picture
}

type Place = Stroke[number]

/** Whether the square of the distance to a line from one place to another is at most `most`. */
function isNear(x: number, y: number, [ax, ay]: Place, [bx, by]: Place, most: number): boolean {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2 <= most
}
