/** Which hidden units are active: rows of outputs are looked through until every unit has been seen so. */
import { bytes, Layer, layerAt, Network } from './memory'

/** Marks the units of the hidden layers that are active in the last pass, of `rows` samples. */
export function markActive(network: Network, rows: i32): void {
  for (let i = 0; i < network.depth - 1; i++) {
    const layer = layerAt(network, i)
    if (layer.marks != 0) markColumns(layer, rows * layer.rowsEach)
  }
}

/** Sets all bits of the marks of columns with a number in the layer's range. Lanes beyond the last column are ignored. */
function markColumns(layer: Layer, rows: i32): void {
  const above = f32x4.splat(layer.above)
  const below = f32x4.splat(layer.below)
  const columns = layer.columns
  const line = bytes(columns)
  for (let j = 0; j < columns; j += 4) {
    const mark = layer.marks + bytes(j)
    let seen = v128.load(mark)
    let at = layer.outputs + bytes(j)
    let left = rows
    for (; left >= 4 && !i32x4.all_true(seen); left -= 4) {
      const first = v128.or(within(at, above, below), within(at + line, above, below))
      const last = v128.or(within(at + 2 * line, above, below), within(at + 3 * line, above, below))
      seen = v128.or(seen, v128.or(first, last))
      at += 4 * line
    }
    for (; left > 0 && left < 4; left--) {
      seen = v128.or(seen, within(at, above, below))
      at += line
    }
    v128.store(mark, seen)
  }
}

/** All bits of the lanes whose number lies between. */
function within(at: usize, above: v128, below: v128): v128 {
  const values = v128.load(at)
  return v128.and(f32x4.gt(values, above), f32x4.lt(values, below))
}
