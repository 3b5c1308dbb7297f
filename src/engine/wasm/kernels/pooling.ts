/**
 * Max pooling of images height × width × filters; lines and columns that fill no square are dropped. Numbers are
 * written in memory order, so that a vector that overruns its place is corrected by the next; buffers have room for the
 * last.
 */
import { bytes, Convolution } from './memory'

/**
 * Keeps each square's largest number (the first of equal ones) and writes its index to `chosen`: line by line from 0.
 */
export function pool(own: Convolution, images: usize, rows: i32): void {
  const size = own.pool
  const filters = own.filters
  const place = bytes(filters)
  const line = bytes(own.width * filters)
  const tall = own.height / size
  const broad = own.width / size
  let to = own.pooled
  let chosen = own.chosen
  for (let i = 0; i < rows; i++) {
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
          v128.store(to + bytes(f), best)
          v128.store(chosen + bytes(f), which)
        }
        to += place
        chosen += place
      }
    }
    images += <usize>own.height * line
  }
}

/** Moves the deltas of pooled numbers to where they came from, with 0 elsewhere. */
export function unpool(own: Convolution, deltas: usize, rows: i32, to: usize): void {
  const size = own.pool
  const filters = own.filters
  const place = bytes(filters)
  const tall = own.height / size
  const broad = own.width / size
  const pooledLine = <usize>broad * place
  let chosen = own.chosen
  for (let i = 0; i < rows; i++) {
    for (let y = 0; y < own.height; y++) {
      const line = <usize>(y / size) * pooledLine
      const inside = y / size < tall
      const first = (y % size) * size
      let dx = 0
      let at = line
      for (let x = 0; x < own.width; x++) {
        if (inside && x < broad * size) {
          const tap = i32x4.splat(first + dx)
          for (let f: usize = 0; f < place; f += 16) {
            const here = i32x4.eq(v128.load(chosen + at + f), tap)
            v128.store(to + f, v128.and(v128.load(deltas + at + f), here))
          }
          if (++dx == size) {
            dx = 0
            at += place
          }
        } else for (let f: usize = 0; f < place; f += 16) v128.store(to + f, i32x4.splat(0))
        to += place
      }
    }
    deltas += <usize>tall * pooledLine
    chosen += <usize>tall * pooledLine
  }
}
