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
  if ((network.penalized & L1) != 0)
    store<f64>(seen, load<f64>(seen, 8) + kernelSum(network, false) * <f64>rows, 8)
  if ((network.penalized & L2) != 0)
    store<f64>(seen, load<f64>(seen, 16) + kernelSum(network, true) * <f64>rows, 16)
}

/** Over all kernels, recurrent ones and projections too, Σw² or Σ|w|. */
function kernelSum(network: Network, squared: bool): f64 {
  let sum: f64 = 0
  for (let i = 0; i < network.depth; i++) {
    const layer = layerAt(network, i)
    sum += sumOf(layer.kernel, layer.kernelLength, squared)
    if (layer.projection != 0) sum += sumOf(layer.projection, projectionLength(network, layer), squared)
  }
  return sum
}

function sumOf(x: usize, length: i32, squared: bool): f64 {
  return squared ? exactSquareSum(x, length) : sizeSum(x, length)
}
