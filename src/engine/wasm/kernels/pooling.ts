/**
 * Max pooling of images height × width × filters; lines and columns that fill no square are dropped. Of
 * images [from, to).
 */
import { put } from './lanes'
import { bytes, Convolution } from './memory'

/**
 * Keeps each square's largest number (the first of equal ones) and writes its index to `argmax`: line by line from 0.
 */
export function pool(own: Convolution, images: usize, from: i32, end: i32): void {
  const size = own.pool
  const filters = own.filters
  const place = bytes(filters)
  const line = bytes(own.width * filters)
  const tall = own.height / size
  const broad = own.width / size
  const pooledImage = <usize>(tall * broad) * place
  let to = own.pooled + <usize>from * pooledImage
  let argmax = own.argmax + <usize>from * pooledImage
  images += <usize>(from * own.height) * line
  for (let i = from; i < end; i++) {
    for (let y = 0; y < tall; y++) {
      for (let x = 0; x < broad; x++) {
        const square = images + <usize>(y * size) * line + <usize>(x * size) * place
        for (let f = 0; f < filters; f += 4) {
          let best = v128.load(square + bytes(f))
          let which = i32x4.splat(0)
          for (let tap = 1, dy = 0, dx = 1; tap < size * size; tap++) {
            if (dx == size) {
              dx = 0
              dy++
            }
            const value = v128.load(square + bytes(f) + <usize>dy * line + <usize>dx * place)
            const more = f32x4.gt(value, best)
            best = v128.bitselect(value, best, more)
            which = v128.bitselect(i32x4.splat(tap), which, more)
            dx++
          }
          put(to + bytes(f), best, filters - f)
          put(argmax + bytes(f), which, filters - f)
        }
        to += place
        argmax += place
      }
    }
    images += <usize>own.height * line
  }
}

/** Moves the deltas of pooled numbers to where they came from, with 0 elsewhere. */
export function unpool(own: Convolution, deltas: usize, from: i32, end: i32, to: usize): void {
  const size = own.pool
  const filters = own.filters
  const place = bytes(filters)
  const tall = own.height / size
  const broad = own.width / size
  const pooledLine = <usize>broad * place
  const pooledImage = <usize>tall * pooledLine
  let argmax = own.argmax + <usize>from * pooledImage
  deltas += <usize>from * pooledImage
  to += <usize>(from * own.height * own.width) * place
  for (let i = from; i < end; i++) {
    for (let y = 0; y < own.height; y++) {
      const line = <usize>(y / size) * pooledLine
      const inside = y / size < tall
      const first = (y % size) * size
      let dx = 0
      let at = line
      for (let x = 0; x < own.width; x++) {
        if (inside && x < broad * size) {
          const tap = i32x4.splat(first + dx)
          for (let f = 0; f < filters; f += 4) {
            const number = at + bytes(f)
            const here = i32x4.eq(v128.load(argmax + number), tap)
            put(to + bytes(f), v128.and(v128.load(deltas + number), here), filters - f)
          }
          if (++dx == size) {
            dx = 0
            at += place
          }
        } else for (let f = 0; f < filters; f += 4) put(to + bytes(f), i32x4.splat(0), filters - f)
        to += place
      }
    }
    deltas += pooledImage
    argmax += pooledImage
  }
}
