/** By what a table is known: the same rows, columns and parts have the same digest, whatever the table is called. */

interface Identity {
  readonly columns: readonly string[]
  readonly target: string
  readonly classes: readonly string[]
  readonly inputs: Float32Array | Float64Array
  readonly targets: Float32Array | Float64Array
  readonly partOf: Uint8Array | null
}

/** 64 bits of the contents, as text: FNV-1a over their words of 32 bits, in two lanes. */
export function digestOf({ columns, target, classes, inputs, targets, partOf }: Identity): string {
  let [a, b] = [0x811c9dc5, 0x01000193]
  const absorb = (words: ArrayLike<number>) => {
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!
      a = Math.imul(a ^ word ^ (a >>> 15), 0x01000193)
      b = Math.imul(b ^ word ^ (a >>> 24), 0x85ebca6b)
    }
  }
  const names = JSON.stringify([columns, target, classes])
  absorb(Uint16Array.from(names, (char) => char.charCodeAt(0)))
  for (const { buffer, byteOffset, byteLength } of [inputs, targets])
    absorb(new Int32Array(buffer, byteOffset, byteLength / 4))
  if (partOf) absorb(partOf)
  return [a, b].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
