/** The colours of values over a plane: purple below, paper at, green above the middle. */
import { mix, type Rgb, tokenColour } from '../kit/theme.ts'

/**
 * The share of the class's colour in the paper where a value is as far from the middle as it can be: under points that must be
 * seen, and where the colours are the picture.
 */
const FULL = { ground: { light: 0.32, dark: 0.42 }, picture: { light: 0.85, dark: 0.9 } }
type Strength = keyof typeof FULL
/** Steps on either side of the middle: so many that a step is less than a screen's colours can tell apart. */
const STEPS = 1024

/** Colours from −1 to 1 in equal steps, each as the bytes of a pixel. */
export type Ramp = Uint32Array

const made = new Map<string, Ramp>()

/** `theme` is the number of the theme whose colours are used (kit/theme.ts). */
export function rampOf(host: HTMLElement, theme: number, strength: Strength = 'ground'): Ramp {
  const [paper, a, b] = ['--paper', '--class-a', '--class-b'].map((token) => tokenColour(host, token, theme))
  const key = [strength, paper, a, b].join(' ')
  const found = made.get(key) ?? rampBetween(paper!, a!, b!, strength)
  made.set(key, found)
  return found
}

function rampBetween(paper: Rgb, a: Rgb, b: Rgb, strength: Strength): Ramp {
  const { dark, light } = FULL[strength]
  const most = paper[0] < 128 ? dark : light
  const bytes = new Uint8ClampedArray(4 * (2 * STEPS + 1))
  for (let i = 0; i <= 2 * STEPS; i++) {
    const lean = i / STEPS - 1
    bytes.set([...mix(paper, lean < 0 ? a : b, Math.abs(lean) * most), 255], 4 * i)
  }
  return new Uint32Array(bytes.buffer)
}

/** The colour of a value from −1 to 1; what is beyond, or no number, has that of the nearest end, or of the middle. */
export function rampColour(ramp: Ramp, lean: number): number {
  return ramp[Math.round((Math.max(-1, Math.min(lean, 1)) || 0) * STEPS) + STEPS]!
}

let kept: HTMLCanvasElement | null = null

/** One buffer serves all pictures, which are drawn several times a second; each drawing overwrites it whole. */
function smallCanvas(size: number): HTMLCanvasElement {
  kept ??= document.createElement('canvas')
  if (kept.width !== size) kept.width = size
  if (kept.height !== size) kept.height = size
  return kept
}

/** Draws the values of a square grid over a square of the canvas; `lean` tells each from −1 to 1, row by row. */
export function paintRamp(
  pen: CanvasRenderingContext2D,
  side: number,
  size: number,
  lean: (index: number) => number,
  ramp: Ramp,
): void {
  const image = new ImageData(size, size)
  const pixels = new Uint32Array(image.data.buffer)
  for (let i = 0; i < size * size; i++) pixels[i] = rampColour(ramp, lean(i))
  const small = smallCanvas(size)
  small.getContext('2d')?.putImageData(image, 0, 0)
  // Samples lie on the corners of the picture: half a cell of the small image lies outside.
  const cell = side / (size - 1)
  pen.imageSmoothingEnabled = true
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(small, -cell / 2, -cell / 2, side + cell, side + cell)
}
