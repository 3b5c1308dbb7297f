/** The page's seeded streams in JavaScript: the program draws the page's own samples. */
import { type CodeLine, plain } from './lines.ts'

const STREAM = `/** The page's own chance, by seed and name: sfc32. */
function stream(seed, ...path) {
  const words = [0x9e3779b9, 0x243f6a88, 0xb7e15162]
  const absorb = (value) => {
    for (let i = 0; i < 3; i++) {
      const salt = Math.imul(i + 1, 0x85ebca6b)
      words[i] = mix(words[i] ^ mix((value + salt) | 0))
    }
  }
  absorb(seed | 0)
  for (const name of path) {
    for (const sign of name)
      absorb(sign.charCodeAt(0) + 0x10000)
    absorb(-1)
  }
  let [a, b, c, count] = [...words, 1]
  const word = () => {
    const sum = (a + b + count++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 12; i++) word()
  const uniform = () => word() / 2 ** 32
  return {
    word,
    uniform,
    below: (n) => Math.floor(uniform() * n),
    normal: () =>
      Math.sqrt(-2 * Math.log(1 - uniform())) *
      Math.cos(2 * Math.PI * uniform()),
  }
}

/** murmur3's finalizer. */
function mix(value) {
  let h = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}`

const PERMUTATION = `

/** 0 … n-1 in random order (Fisher-Yates). */
function permutation(n, random) {
  const order = Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const held = order[i]
    order[i] = order[j]
    order[j] = held
  }
  return order
}`

export const chanceLines = (permutes: boolean): CodeLine[] => plain(permutes ? STREAM + PERMUTATION : STREAM)
