/** Which hidden units are active: rows of outputs are looked through until every unit has been seen so. */
import { bytes, Layer, layerAt, Network } from './memory'

/** Marks the units of the hidden layers that are active in the last pass, of `rows` samples. */
export function markActive(network: Network, rows: i32): void {
  for (let i = 0; i < network.depth - 1; i++) {
    const layer = layerAt(network, i)
    if (layer.marks != 0) markColumns(layer, rows * layer.rowsEach)
  }
}

/**
 * Sets all bits of the marks of columns with a number in the layer's range. Goes along the rows, as they lie in memory, until
 * every column has its mark. Lanes beyond the last column are ignored.
 */
function markColumns(layer: Layer, rows: i32): void {
  const above = f32x4.splat(layer.above)
  const below = f32x4.splat(layer.below)
  const line = bytes(layer.columns)
  const end = layer.marks + line
  let row = layer.outputs
  for (let left = rows; left > 0; left--) {
    let all = i32x4.splat(-1)
    let at = row
    for (let mark = layer.marks; mark < end; mark += 16) {
      const values = v128.load(at)
      const seen = v128.or(v128.load(mark), v128.and(f32x4.gt(values, above), f32x4.lt(values, below)))
      v128.store(mark, seen)
      all = v128.and(all, seen)
      at += 16
    }
    if (i32x4.all_true(all)) return
    row += line
  }
}
