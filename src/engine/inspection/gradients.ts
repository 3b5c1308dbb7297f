/** How the gradient of each layer's weights is spread over its sizes. */
import { networkLayers } from '../../domain/network/network.ts'
import { GRADIENT_BINS } from '../../domain/run/gradient-bins.ts'
import type { GradientsSeen } from '../../protocol/inspection.ts'
import type { Inspected } from './inspected.ts'
import { withoutDropout } from './without-dropout.ts'

/** The backward pass takes about twice as long as the forward pass. */
const PASSES = 3

export function seeGradients(network: Inspected): GradientsSeen {
  const { train } = network.parts()
  const samples = Math.max(1, Math.min(train.count, Math.floor(network.most / PASSES)))
  const gradient = network.borrow(
    (trainer) => {
      trainer.accumulate({ from: 0, to: samples, epoch: 1, index: 0 }, 0, samples)
      return trainer.readGradient()
    },
    { experiment: withoutDropout(network.experiment), parts: { train } },
  )
  const layers = networkLayers(network.experiment).map(({ name, kernelAt, biasAt }) => ({
    name,
    ...spread(gradient.subarray(kernelAt, biasAt)),
  }))
  return { kind: 'gradients', samples, layers }
}

function spread(values: Float32Array) {
  const { from, perDecade, count } = GRADIENT_BINS
  const counts = new Uint32Array(count)
  let [squares, zeros] = [0, 0]
  for (const g of values) {
    squares += g * g
    if (g === 0) zeros++
    else {
      const bin = Math.floor((Math.log10(Math.abs(g)) - from) * perDecade)
      counts[Math.max(0, Math.min(bin, count - 1))]!++
    }
  }
  return { rms: Math.sqrt(squares / values.length), zero: zeros / values.length, counts }
}
