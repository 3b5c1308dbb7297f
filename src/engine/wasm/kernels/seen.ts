/** What is added up over the batches of an epoch as they are trained on, while the weights change: what `fit` prints. */
import { bytes, layerAt, Network } from './memory'
import { exactSquareSum, sizeSum } from './sums'
import { projectionLength } from './update'

const L1 = 1
const L2 = 2

/** Adds the losses of a piece's rows, and for each of them the sizes of the present weights. */
export function tally(network: Network, rows: i32): void {
  const seen = network.seen
  let losses = load<f64>(seen)
  const end = network.seenLosses + bytes(rows)
  for (let each = network.seenLosses; each < end; each += 4) losses += <f64>load<f32>(each)
  store<f64>(seen, losses)
  if ((network.penalized & L1) != 0) {
    let sizes: f64 = 0
    for (let i = 0; i < network.depth; i++) {
      const layer = layerAt(network, i)
      sizes += sizeSum(layer.kernel, layer.kernelLength)
      if (layer.projection != 0) sizes += sizeSum(layer.projection, projectionLength(network, layer))
    }
    store<f64>(seen, load<f64>(seen, 8) + sizes * <f64>rows, 8)
  }
  if ((network.penalized & L2) != 0) {
    let squares: f64 = 0
    for (let i = 0; i < network.depth; i++) {
      const layer = layerAt(network, i)
      squares += exactSquareSum(layer.kernel, layer.kernelLength)
      if (layer.projection != 0) squares += exactSquareSum(layer.projection, projectionLength(network, layer))
    }
    store<f64>(seen, load<f64>(seen, 16) + squares * <f64>rows, 16)
  }
}
