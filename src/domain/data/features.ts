/**
 * The names of the inputs that the network gets if they are computed from the raw ones: features of two
 * coordinates on a plane, powers of one on a line. null if the network gets the raw inputs.
 */
import type { DataSettings, Feature } from '../experiment/experiment.ts'
import { dataSet } from './registry.ts'

const ofPlane: Record<Feature, (x: number, y: number) => number> = {
  x: (x) => x,
  y: (_, y) => y,
  x2: (x) => x * x,
  y2: (_, y) => y * y,
  xy: (x, y) => x * y,
  'sin-x': (x) => Math.sin(x),
  'sin-y': (_, y) => Math.sin(y),
}

export function inputNames(data: DataSettings): readonly string[] | null {
  const { inputs, extent } = dataSet(data)
  if (extent === null) return null
  if (inputs === 2) return data.features
  return Array.from({ length: data.degree }, (_, i) => (i === 0 ? 'x' : `x^${i + 1}`))
}

/** Raw rows (row-major, `raw` numbers each) → rows of features, as exact as they are. */
export function computeFeatures<N extends Float32Array | Float64Array>(data: DataSettings, rows: N): N {
  const { inputs } = dataSet(data)
  const names = inputNames(data)
  if (names === null) return rows
  const count = rows.length / inputs
  const out = (
    rows instanceof Float32Array
      ? new Float32Array(count * names.length)
      : new Float64Array(count * names.length)
  ) as N
  for (let row = 0; row < count; row++) {
    const x = rows[row * inputs] ?? 0
    const y = rows[row * inputs + 1] ?? 0
    for (let j = 0; j < names.length; j++)
      out[row * names.length + j] = inputs === 2 ? ofPlane[data.features[j]!](x, y) : x ** (j + 1)
  }
  return out
}
