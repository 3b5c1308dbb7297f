/**
 * All chance in an experiment. A stream is named by a seed and a path, so that "weights of layer 2" and "order of
 * epoch 7" are independent of each other and of how often anything else was asked: pausing, slicing and the engine
 * cannot change a run. Generator: sfc32 (Doty-Humphrey, PractRand), seeded by mixing the path with murmur3's finalizer.
 */
export interface Random {
  /** A whole number, 0 … 2³²−1, each equally likely. */
  word(): number
  /** A number in [0, 1). */
  uniform(): number
  /** Standard normal. Always draws two uniforms, so that streams stay aligned. */
  normal(): number
  /** A whole number in [0, n), without modulo bias worth naming (n ≪ 2³²). */
  below(n: number): number
  /** sfc32's a, b, c and counter, as unsigned words: whoever goes on from here draws the same. */
  state(): readonly [number, number, number, number]
}

export function stream(seed: number, ...path: readonly (string | number)[]): Random {
  // a, b, c and the counter in an array: as captured variables each would be boxed anew at every draw.
  const s = Int32Array.of(...seedWords(seed, path), 1)
  const word = () => {
    const [b, c] = [s[1]!, s[2]!]
    const sum = s[0]! + b + s[3]!
    s[0] = b ^ (b >>> 9)
    s[1] = c + (c << 3)
    s[2] = ((c << 21) | (c >>> 11)) + sum
    s[3]!++
    return sum >>> 0
  }
  for (let i = 0; i < 12; i++) word()
  const uniform = () => word() / 2 ** 32
  return {
    word,
    uniform,
    normal() {
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
      return radius * Math.cos(2 * Math.PI * uniform())
    },
    below: (n) => Math.floor(uniform() * n),
    state: () => [s[0]! >>> 0, s[1]! >>> 0, s[2]! >>> 0, s[3]! >>> 0],
  }
}

/** 0 … n−1 in random order (Fisher–Yates). */
export function permutation(n: number, random: Random): Int32Array {
  const order = new Int32Array(n)
  for (let i = 0; i < n; i++) order[i] = i
  for (let i = n - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const held = order[i]!
    order[i] = order[j]!
    order[j] = held
  }
  return order
}

function seedWords(seed: number, path: readonly (string | number)[]): [number, number, number] {
  const words: [number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162]
  const absorb = (value: number) => {
    for (let i = 0; i < 3; i++) words[i] = mix(words[i]! ^ mix((value + Math.imul(i + 1, 0x85ebca6b)) | 0))
  }
  absorb(seed | 0)
  for (const step of path) {
    if (typeof step === 'number') absorb(step | 0)
    else for (let i = 0; i < step.length; i++) absorb(step.charCodeAt(i) + 0x10000)
    absorb(-1)
  }
  return words
}

function mix(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
