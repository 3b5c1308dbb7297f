/**
 * The two loops of convolutions, which copy no window: an image lies between borders of zeros, so that the lines of a
 * window are `kernel` stretches of kernel · channels numbers, and the next position is `channels` numbers further. 4
 * positions × 8 filters, or 4 taps × 8 filters, stay in registers. The order of additions depends on the shapes alone.
 */
import { putFew, putSome, zeros } from './matrix'
import { bytes } from './memory'
import { shareBegin, shareEnd } from './team'

/**
 * Packs kernels in panels of eight filters: `taps` lines of eight numbers each, with zeros where filters are missing.
 */
export function packAlong(kernel: usize, taps: i32, filters: i32, to: usize): void {
  for (let j = 0; j < filters; j += 8) {
    const width = min(8, filters - j)
    let from = kernel + bytes(j)
    for (let i = 0; i < taps; i++) {
      if (width == 8) {
        v128.store(to, v128.load(from))
        v128.store(to, v128.load(from, 16), 16)
      } else for (let f = 0; f < 8; f++) store<f32>(to + bytes(f), f < width ? load<f32>(from + bytes(f)) : 0)
      to += 32
      from += bytes(filters)
    }
  }
}

/** Packs the kernel rotated by half a turn in the same way, from filters to channels. `places` is kernel². */
export function packAcross(kernel: usize, places: i32, channels: i32, filters: i32, to: usize): void {
  for (let j = 0; j < channels; j += 8) {
    const width = min(8, channels - j)
    for (let place = places - 1; place >= 0; place--) {
      const from = kernel + bytes((place * channels + j) * filters)
      for (let f = 0; f < filters; f++) {
        const at = from + bytes(f)
        for (let c = 0; c < 8; c++)
          store<f32>(to + bytes(c), c < width ? load<f32>(at + bytes(c * filters)) : 0)
        to += 32
      }
    }
  }
}

/**
 * Computes to = start + image ∗ kernel, with `start` a bias or `zeros`. The image includes its borders, `to` has none.
 */
export function convolve(
  height: i32,
  width: i32,
  kernel: i32,
  image: usize,
  channels: i32,
  panels: usize,
  filters: i32,
  to: usize,
  start: usize,
): void {
  const run = kernel * channels
  const line = bytes((width + kernel - 1) * channels)
  const panel = <usize>(32 * kernel * run)
  for (let j = 0; j < filters; j += 8) {
    const many = min(8, filters - j)
    const begin = start == zeros ? zeros : start + bytes(j)
    let window = image
    let out = to + bytes(j)
    for (let y = 0; y < height; y++) {
      convolveLine(width, kernel, window, channels, run, line, panels, filters, many, out, begin)
      window += line
      out += bytes(width * filters)
    }
    panels += panel
  }
}

function convolveLine(
  width: i32,
  kernel: i32,
  image: usize,
  channels: i32,
  run: i32,
  line: usize,
  panel: usize,
  filters: i32,
  many: i32,
  to: usize,
  start: usize,
): void {
  const place = bytes(channels)
  const outPlace = bytes(filters)
  const panelLine = <usize>(32 * run)
  const panelEnd = panel + <usize>kernel * panelLine
  const down = line - bytes(run)
  let x = 0
  // The last four positions may overlap the ones before: computed twice, they are the same.
  for (; x < width && width >= 4; x += 4) {
    x = min(x, width - 4)
    let s00 = f32x4.splat(0)
    let s01 = s00
    let s10 = s00
    let s11 = s00
    let s20 = s00
    let s21 = s00
    let s30 = s00
    let s31 = s00
    let a0 = image + <usize>x * place
    let a1 = a0 + place
    let a2 = a1 + place
    let a3 = a2 + place
    for (let b = panel; b < panelEnd; ) {
      const end = b + panelLine
      for (; b < end; b += 32) {
        const b0 = v128.load(b)
        const b1 = v128.load(b, 16)
        const x0 = v128.load32_splat(a0)
        s00 = f32x4.add(s00, f32x4.mul(x0, b0))
        s01 = f32x4.add(s01, f32x4.mul(x0, b1))
        const x1 = v128.load32_splat(a1)
        s10 = f32x4.add(s10, f32x4.mul(x1, b0))
        s11 = f32x4.add(s11, f32x4.mul(x1, b1))
        const x2 = v128.load32_splat(a2)
        s20 = f32x4.add(s20, f32x4.mul(x2, b0))
        s21 = f32x4.add(s21, f32x4.mul(x2, b1))
        const x3 = v128.load32_splat(a3)
        s30 = f32x4.add(s30, f32x4.mul(x3, b0))
        s31 = f32x4.add(s31, f32x4.mul(x3, b1))
        a0 += 4
        a1 += 4
        a2 += 4
        a3 += 4
      }
      a0 += down
      a1 += down
      a2 += down
      a3 += down
    }
    const c0 = to + <usize>x * outPlace
    const c1 = c0 + outPlace
    const c2 = c1 + outPlace
    putEight(c0, start, s00, s01, many)
    putEight(c1, start, s10, s11, many)
    putEight(c2, start, s20, s21, many)
    putEight(c2 + outPlace, start, s30, s31, many)
  }
  for (; x < width; x++) {
    let s0 = f32x4.splat(0)
    let s1 = s0
    let a0 = image + <usize>x * place
    for (let b = panel; b < panelEnd; ) {
      const end = b + panelLine
      for (; b < end; b += 32) {
        const x0 = v128.load32_splat(a0)
        s0 = f32x4.add(s0, f32x4.mul(x0, v128.load(b)))
        s1 = f32x4.add(s1, f32x4.mul(x0, v128.load(b, 16)))
        a0 += 4
      }
      a0 += down
    }
    putEight(to + <usize>x * outPlace, start, s0, s1, many)
  }
}

/**
 * Adds an image to the gradient of a kernel, or begins it: Σ over positions of window × deltas. This thread's blocks of
 * 4 taps × 8 filters, which lie line by line.
 */
export function addTaps(
  height: i32,
  width: i32,
  kernel: i32,
  image: usize,
  channels: i32,
  deltas: usize,
  filters: i32,
  gradient: usize,
  first: bool,
): void {
  const run = kernel * channels
  const taps = kernel * run
  const line = bytes((width + kernel - 1) * channels)
  const place = bytes(channels)
  const down = line - <usize>width * place
  const deltaPlace = bytes(filters)
  const deltaLine = <usize>width * deltaPlace
  const across = (filters + 7) / 8
  const blocks = ((taps + 3) / 4) * across
  const last = shareEnd(blocks, 1)
  for (let index = shareBegin(blocks, 1); index < last; ) {
    const line4 = index / across
    const tap = 4 * line4
    const many = min(4, taps - tap)
    const at0 = tapAt(image, tap, run, line)
    const at1 = tapAt(image, min(tap + 1, taps - 1), run, line)
    const at2 = tapAt(image, min(tap + 2, taps - 1), run, line)
    const at3 = tapAt(image, min(tap + 3, taps - 1), run, line)
    const lineEnd = min(last, (line4 + 1) * across)
    for (; index < lineEnd; index++) {
      const j = 8 * (index % across)
      let s00 = f32x4.splat(0)
      let s01 = s00
      let s10 = s00
      let s11 = s00
      let s20 = s00
      let s21 = s00
      let s30 = s00
      let s31 = s00
      let a0 = at0
      let a1 = at1
      let a2 = at2
      let a3 = at3
      let b = deltas + bytes(j)
      for (let y = 0; y < height; y++) {
        const end = b + deltaLine
        for (; b < end; b += deltaPlace) {
          const b0 = v128.load(b)
          const b1 = v128.load(b, 16)
          const x0 = v128.load32_splat(a0)
          s00 = f32x4.add(s00, f32x4.mul(x0, b0))
          s01 = f32x4.add(s01, f32x4.mul(x0, b1))
          const x1 = v128.load32_splat(a1)
          s10 = f32x4.add(s10, f32x4.mul(x1, b0))
          s11 = f32x4.add(s11, f32x4.mul(x1, b1))
          const x2 = v128.load32_splat(a2)
          s20 = f32x4.add(s20, f32x4.mul(x2, b0))
          s21 = f32x4.add(s21, f32x4.mul(x2, b1))
          const x3 = v128.load32_splat(a3)
          s30 = f32x4.add(s30, f32x4.mul(x3, b0))
          s31 = f32x4.add(s31, f32x4.mul(x3, b1))
          a0 += place
          a1 += place
          a2 += place
          a3 += place
        }
        a0 += down
        a1 += down
        a2 += down
        a3 += down
      }
      const width8 = min(8, filters - j)
      const c0 = gradient + bytes(tap * filters + j)
      const c1 = c0 + deltaPlace
      const c2 = c1 + deltaPlace
      const c3 = c2 + deltaPlace
      putEight(c0, first ? zeros : c0, s00, s01, width8)
      if (many > 1) putEight(c1, first ? zeros : c1, s10, s11, width8)
      if (many > 2) putEight(c2, first ? zeros : c2, s20, s21, width8)
      if (many > 3) putEight(c3, first ? zeros : c3, s30, s31, width8)
    }
  }
}

/** The start of a window's tap for the window at the image's corner. */
function tapAt(image: usize, tap: i32, run: i32, line: usize): usize {
  return image + <usize>(tap / run) * line + bytes(tap % run)
}

/** Handles one to eight filters. */
function putEight(c: usize, start: usize, low: v128, high: v128, many: i32): void {
  if (many == 8) {
    v128.store(c, f32x4.add(low, v128.load(start)))
    v128.store(c, f32x4.add(high, v128.load(start, 16)), 16)
  } else if (many > 4) putSome(c, start, low, high, many)
  else putFew(c, start, low, many)
}
