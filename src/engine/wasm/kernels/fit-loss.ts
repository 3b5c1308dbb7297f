/** What is added up over the batches of an epoch as they are trained on, while the weights change: what `fit` prints. */
import { PENALIZES_L1, PENALIZES_L2 } from './codes'
import { bytes, layerAt, Network } from './memory'
import { exactSquareSum, sizeSum } from './sums'
import { projectionLength } from './update'

/** Adds the losses of a piece's rows, and for each of them the penalties of the present weights. */
export function addFitLoss(network: Network, rows: i32): void {
  const sums = network.fitSums
  let losses = load<f64>(sums)
  const end = network.fitLosses + bytes(rows)
  for (let each = network.fitLosses; each < end; each += 4) losses += <f64>load<f32>(each)
  store<f64>(sums, losses)
  if ((network.penalized & PENALIZES_L1) != 0)
    store<f64>(sums, load<f64>(sums, 8) + kernelSum(network, false) * <f64>rows, 8)
  if ((network.penalized & PENALIZES_L2) != 0)
    store<f64>(sums, load<f64>(sums, 16) + kernelSum(network, true) * <f64>rows, 16)
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
