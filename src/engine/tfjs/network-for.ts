import type { Experiment } from '../../domain/experiment/experiment.ts'
import type { DenseLayer } from '../../domain/network/layers.ts'
import { rowsAtOnce } from '../../domain/network/memory.ts'
import { networkLayers, weightTensors } from '../../domain/network/network.ts'
import { denseNetwork } from './dense-network.ts'
import { differentiatedNetwork } from './differentiated-network.ts'
import type { Network } from './network.ts'

/** The network of an experiment: dense ones have gradients written out, all others are differentiated by TensorFlow.js. */
export function networkFor(experiment: Experiment): Network {
  const layers = networkLayers(experiment)
  if (layers.every((layer): layer is DenseLayer => layer.kind === 'dense')) return denseNetwork(layers)
  return differentiatedNetwork(layers, weightTensors(experiment), rowsAtOnce(experiment))
}
