import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../public/data/', import.meta.url)
const { digits } = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'))
const packed = readFileSync(new URL(digits.file, folder))
const unpacked = inflateRawSync(packed)
const labels = unpacked.subarray(0, digits.count)
const pixels = unpacked.subarray(digits.count)

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('the packed digits', () => {
  it('are the file that the manifest describes', () => {
    expect(packed.length).toBe(digits.bytes)
    expect(sha256(packed)).toBe(digits.sha256)
    expect(unpacked.length).toBe(digits.unpackedBytes)
    expect(sha256(unpacked)).toBe(digits.unpackedSha256)
  })

  it('unpack to one label and one 28 × 28 image each', () => {
    expect(digits.count).toBe(10_000)
    expect(digits.shape).toEqual([28, 28])
    expect(pixels.length).toBe(10_000 * 28 * 28)
  })

  it('keep the class counts of the source, sorted by class', () => {
    const perClass = new Array(10).fill(0)
    for (const label of labels) perClass[label] += 1
    expect(perClass).toEqual([1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978])
    expect(digits.perClass).toEqual(perClass)
    expect(digits.classes).toHaveLength(10)
    expect([...labels]).toEqual([...labels].sort((a, b) => a - b))
  })

  it('look like MNIST: dark ground, white ink, an empty frame and full contrast', () => {
    const mean = pixels.reduce((sum, level) => sum + level, 0) / pixels.length / 255
    expect(mean).toBeGreaterThan(0.12)
    expect(mean).toBeLessThan(0.14)
    expect(pixels.reduce((top, level) => Math.max(top, level), 0)).toBe(255)
    const corners = Array.from({ length: digits.count }, (_, at) => pixels[at * 784])
    expect(new Set(corners)).toEqual(new Set([0]))
  })

  it('carry their own licence', () => {
    expect(digits.licence).toBe('CC BY-SA 3.0')
    expect(digits.licenceUrl).toMatch(/^https:\/\/creativecommons\.org\/licenses\/by-sa\/3\.0\//)
    expect(digits.source).toContain('mnist 1.1.0')
  })
})
