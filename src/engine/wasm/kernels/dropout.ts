/**
 * Dropout masks from the streams of src/domain/random.ts: sfc32 word for word, so that a mask is the same whichever
 * engine draws it. A stream is four words: a, b, c and the counter.
 */
import { bytes } from './memory'

/** `length` factors: 0 where the word is below `dropBelow`, else `keepScale`. The stream moves on. */
export function drawMask(stream: usize, mask: usize, length: i32, dropBelow: u32, keepScale: f32): void {
  let a = load<u32>(stream)
  let b = load<u32>(stream, 4)
  let c = load<u32>(stream, 8)
  let counter = load<u32>(stream, 12)
  const end = mask + bytes(length)
  for (; mask < end; mask += 4) {
    const word = a + b + counter
    counter++
    a = b ^ (b >> 9)
    b = c + (c << 3)
    c = ((c << 21) | (c >> 11)) + word
    store<f32>(mask, word < dropBelow ? 0 : keepScale)
  }
  store<u32>(stream, a)
  store<u32>(stream, b, 4)
  store<u32>(stream, c, 8)
  store<u32>(stream, counter, 12)
}
