import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { DenseLayer } from '../../domain/network/layers.ts'
import { rowsAtOnce } from '../../domain/network/memory.ts'
import { networkLayers, weightTensors } from '../../domain/network/network.ts'
import { haveTextures } from './blocks.ts'
import { small } from './dense.ts'
import { denseNetwork } from './dense-network.ts'
import { differentiatedNetwork } from './differentiated-network.ts'
import type { Network } from './network.ts'
import { fuses } from './program.ts'
import { wideNetwork } from './wide-network.ts'

/** The network of an experiment: dense ones have gradients written out, all others are differentiated by TensorFlow.js. */
export function networkFor(experiment: Experiment): Network {
  const layers = networkLayers(experiment)
  if (layers.every((layer): layer is DenseLayer => layer.kind === 'dense')) return narrowOrWide(layers)
  return differentiatedNetwork(layers, weightTensors(experiment), rowsAtOnce(experiment))
}

/** On WebGL rows that make a product large are multiplied in blocks; a residual block is not written so. */
function narrowOrWide(layers: readonly DenseLayer[]): Network {
  const narrow = denseNetwork(layers)
  if (!fuses() || layers.some(({ skip }) => skip !== null) || !haveTextures(layers)) return narrow
  const wide = wideNetwork(layers)
  const networkOf = (rows: number) =>
    layers.every(({ inputs, units }) => small([rows, units], inputs)) ? narrow : wide
  return {
    rows: Number.POSITIVE_INFINITY,
    forward: (flat, inputs, watch) => networkOf(inputs.shape[0]).forward(flat, inputs, watch),
    gradient: (flat, inputs, ...given) => networkOf(inputs.shape[0]).gradient(flat, inputs, ...given),
  }
}
