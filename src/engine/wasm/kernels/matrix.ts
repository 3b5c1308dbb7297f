/**
 * One matrix product for the three that training needs: X·W forward, Xᵀ·dZ for kernels, dZ·Wᵀ for inputs. Strides say
 * how A and B lie in memory. Eight columns of B at a time are packed end to end, transposed if need be, so that the
 * inner loop reads along lines and holds a 4 × 8 block of C in registers (Goto & van de Geijn 2008, in small). The
 * order of additions depends on the shapes alone.
 */
import { bytes } from './memory'
import { MOST_THREADS } from './team'

/** The number of rows of B that are packed at a time: a panel of 8 KiB stays in the nearest cache. */
const DEPTH: i32 = 256
const PANEL: i32 = DEPTH * 32
const panels = memory.data(MOST_THREADS * PANEL, 16)
let panel = panels

/**
 * The number of rows of A that are transposed at a time: lines far apart in memory would share few places of the
 * nearest cache.
 */
const STRIP: i32 = 48
const STRIP_SIZE: i32 = STRIP * DEPTH * 4
const strips = memory.data(MOST_THREADS * STRIP_SIZE, 16)
let strip = strips
/** With this many columns or fewer, transposing does not pay. */
const FEW: i32 = 16

/** Gives a thread a panel and a strip of its own. */
export function takeOwnPanel(thread: i32): void {
  panel = panels + thread * PANEL
  strip = strips + thread * STRIP_SIZE
}

/** A line of zeros, from which sums without a start begin. */
export const zeros = memory.data(32, 16)

/**
 * C = start + A·B, with A m × k, B k × n, C m × n in rows. Element (i, p) of A is at a + 4·(i·aRow + p·aColumn), B the
 * same. `start` holds one row of C to begin every row with (a bias, or `zeros`), or is c itself to add to what is there.
 */
export function multiply(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: i32,
  aColumn: i32,
  b: usize,
  bRow: i32,
  bColumn: i32,
  c: usize,
  start: usize,
): void {
  multiplyColumns(m, n, k, a, aRow, aColumn, b, bRow, bColumn, c, n, start)
}

/** The same for n columns of a C whose rows are `line` numbers long; `c` and `start` are where the columns begin. */
export function multiplyColumns(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: i32,
  aColumn: i32,
  b: usize,
  bRow: i32,
  bColumn: i32,
  c: usize,
  line: i32,
  start: usize,
): void {
  if (m <= 0 || n <= 0) return
  // Rows of A that lie across its lines are transposed first, where enough columns share the work.
  const across = aRow == 1 && n > FEW
  for (let from = 0; from < k; from += DEPTH) {
    const depth = min(DEPTH, k - from)
    if (from > 0) start = c
    const adding = start == c
    const aFrom = a + bytes(from * aColumn)
    const bFrom = b + bytes(from * bRow)
    for (let i = 0, rows = m; i < m; i += rows) {
      if (across) {
        rows = min(STRIP, m - i)
        layAlong(aFrom + bytes(i), aColumn, depth, rows)
      }
      const cFrom = c + bytes(i * line)
      for (let j = 0; j < n; j += 8) {
        const width = min(8, n - j)
        const to = cFrom + bytes(j)
        pack(bFrom + bytes(j * bColumn), bRow, bColumn, depth, width)
        // The zeros are one panel wide and serve every column from their beginning.
        const begin = adding ? to : start == zeros ? zeros : start + bytes(j)
        if (across) block(rows, line, depth, strip, 1, 4, bytes(4 * depth), to, begin, adding, width)
        else block(rows, line, depth, aFrom, aRow, aColumn, bytes(4 * aRow), to, begin, adding, width)
      }
    }
  }
}

/** Transposes four rows at a time: for each p, the four numbers of column p. Missing rows are left as they were. */
function layAlong(a: usize, column: i32, depth: i32, rows: i32): void {
  const down = bytes(column)
  let to = strip
  for (let i = 0; i < rows; i += 4) {
    let from = a + bytes(i)
    const whole = i + 4 <= rows
    for (let p = 0; p < depth; p++) {
      if (whole) v128.store(to, v128.load(from))
      else for (let r: usize = 0; r < bytes(rows - i); r += 4) store<f32>(to + r, load<f32>(from + r))
      to += 16
      from += down
    }
  }
}

/** Computes up to eight columns of C, whose rows are `cLine` numbers long. `next` bytes lie between four rows of A and the next four. */
function block(
  m: i32,
  cLine: i32,
  depth: i32,
  a: usize,
  aRow: i32,
  aColumn: i32,
  next: usize,
  c: usize,
  start: usize,
  adding: bool,
  width: i32,
): void {
  if (width > 4) wide(m, cLine, depth, a, aRow, aColumn, next, c, start, adding, width)
  else narrow(m, cLine, depth, a, aRow, aColumn, next, c, start, adding, width)
}

/** Packs `depth` rows of `width` columns of B; a row of the panel is 8 numbers, or 4 where no more are needed. */
function pack(b: usize, row: i32, column: i32, depth: i32, width: i32): void {
  const down = bytes(row)
  const right = bytes(column)
  let to = panel
  if (width == 8 && column == 1) {
    for (let p = 0; p < depth; p++) {
      v128.store(to, v128.load(b))
      v128.store(to, v128.load(b, 16), 16)
      to += 32
      b += down
    }
  } else if (width == 8 && row == 1) {
    let p = 0
    for (; p + 4 <= depth; p += 4) {
      transpose(b, right, to)
      transpose(b + 4 * right, right, to + 16)
      to += 128
      b += 16
    }
    for (; p < depth; p++) {
      for (let j: usize = 0; j < 8; j++) store<f32>(to + 4 * j, load<f32>(b + j * right))
      to += 32
      b += 4
    }
  } else {
    const padded = width > 4 ? 8 : 4
    for (let p = 0; p < depth; p++) {
      let from = b
      for (let j = 0; j < padded; j++) {
        store<f32>(to, j < width ? load<f32>(from) : 0)
        to += 4
        from += right
      }
      b += down
    }
  }
}

/** Transposes four lines of four numbers, `apart` bytes apart, into four lines 32 bytes apart. */
function transpose(from: usize, apart: usize, to: usize): void {
  const a = v128.load(from)
  const b = v128.load(from + apart)
  const c = v128.load(from + 2 * apart)
  const d = v128.load(from + 3 * apart)
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5)
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5)
  const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7)
  const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7)
  v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5))
  v128.store(to, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7), 32)
  v128.store(to, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), 64)
  v128.store(to, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7), 96)
}

/** Computes five to eight columns of C. */
function wide(
  m: i32,
  cLine: i32,
  depth: i32,
  a: usize,
  aRow: i32,
  aColumn: i32,
  next: usize,
  c: usize,
  start: usize,
  adding: bool,
  width: i32,
): void {
  const row = bytes(aRow)
  const column = bytes(aColumn)
  const line = bytes(cLine)
  const end = panel + bytes(8 * depth)
  const startLine: usize = adding ? line : 0
  let i = 0
  for (; i + 4 <= m; i += 4) {
    let s00 = f32x4.splat(0)
    let s01 = s00
    let s10 = s00
    let s11 = s00
    let s20 = s00
    let s21 = s00
    let s30 = s00
    let s31 = s00
    let a0 = a
    let a1 = a + row
    let a2 = a1 + row
    let a3 = a2 + row
    for (let b = panel; b < end; b += 32) {
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
      a0 += column
      a1 += column
      a2 += column
      a3 += column
    }
    const c1 = c + line
    const c2 = c1 + line
    const c3 = c2 + line
    const start1 = start + startLine
    const start2 = start1 + startLine
    const start3 = start2 + startLine
    if (width == 8) {
      v128.store(c, f32x4.add(s00, v128.load(start)))
      v128.store(c, f32x4.add(s01, v128.load(start, 16)), 16)
      v128.store(c1, f32x4.add(s10, v128.load(start1)))
      v128.store(c1, f32x4.add(s11, v128.load(start1, 16)), 16)
      v128.store(c2, f32x4.add(s20, v128.load(start2)))
      v128.store(c2, f32x4.add(s21, v128.load(start2, 16)), 16)
      v128.store(c3, f32x4.add(s30, v128.load(start3)))
      v128.store(c3, f32x4.add(s31, v128.load(start3, 16)), 16)
    } else {
      putSome(c, start, s00, s01, width)
      putSome(c1, start1, s10, s11, width)
      putSome(c2, start2, s20, s21, width)
      putSome(c3, start3, s30, s31, width)
    }
    a += next
    c = c3 + line
    start = start3 + startLine
  }
  for (; i < m; i++) {
    let s0 = f32x4.splat(0)
    let s1 = s0
    let a0 = a
    for (let b = panel; b < end; b += 32) {
      const x = v128.load32_splat(a0)
      s0 = f32x4.add(s0, f32x4.mul(x, v128.load(b)))
      s1 = f32x4.add(s1, f32x4.mul(x, v128.load(b, 16)))
      a0 += column
    }
    if (width == 8) {
      v128.store(c, f32x4.add(s0, v128.load(start)))
      v128.store(c, f32x4.add(s1, v128.load(start, 16)), 16)
    } else putSome(c, start, s0, s1, width)
    a += row
    c += line
    start += startLine
  }
}

/** Computes one to four columns of C. */
function narrow(
  m: i32,
  cLine: i32,
  depth: i32,
  a: usize,
  aRow: i32,
  aColumn: i32,
  next: usize,
  c: usize,
  start: usize,
  adding: bool,
  width: i32,
): void {
  const row = bytes(aRow)
  const column = bytes(aColumn)
  const line = bytes(cLine)
  const end = panel + bytes(4 * depth)
  const startLine: usize = adding ? line : 0
  let i = 0
  for (; i + 4 <= m; i += 4) {
    let s0 = f32x4.splat(0)
    let s1 = s0
    let s2 = s0
    let s3 = s0
    let a0 = a
    let a1 = a + row
    let a2 = a1 + row
    let a3 = a2 + row
    for (let b = panel; b < end; b += 16) {
      const b0 = v128.load(b)
      s0 = f32x4.add(s0, f32x4.mul(v128.load32_splat(a0), b0))
      s1 = f32x4.add(s1, f32x4.mul(v128.load32_splat(a1), b0))
      s2 = f32x4.add(s2, f32x4.mul(v128.load32_splat(a2), b0))
      s3 = f32x4.add(s3, f32x4.mul(v128.load32_splat(a3), b0))
      a0 += column
      a1 += column
      a2 += column
      a3 += column
    }
    putFew(c, start, s0, width)
    putFew(c + line, start + startLine, s1, width)
    putFew(c + 2 * line, start + 2 * startLine, s2, width)
    putFew(c + 3 * line, start + 3 * startLine, s3, width)
    a += next
    c += 4 * line
    start += 4 * startLine
  }
  for (; i < m; i++) {
    let s = f32x4.splat(0)
    let a0 = a
    for (let b = panel; b < end; b += 16) {
      s = f32x4.add(s, f32x4.mul(v128.load32_splat(a0), v128.load(b)))
      a0 += column
    }
    putFew(c, start, s, width)
    a += row
    c += line
    start += startLine
  }
}

/** Stores five to seven columns. */
export function putSome(c: usize, start: usize, low: v128, high: v128, width: i32): void {
  v128.store(c, f32x4.add(low, v128.load(start)))
  putFew(c + 16, start + 16, high, width - 4)
}

export function putFew(c: usize, start: usize, sums: v128, width: i32): void {
  store<f32>(c, load<f32>(start) + f32x4.extract_lane(sums, 0))
  if (width > 1) store<f32>(c, load<f32>(start, 4) + f32x4.extract_lane(sums, 1), 4)
  if (width > 2) store<f32>(c, load<f32>(start, 8) + f32x4.extract_lane(sums, 2), 8)
  if (width > 3) store<f32>(c, load<f32>(start, 12) + f32x4.extract_lane(sums, 3), 12)
}
