/** What the layers of a convolutional or recurrent network make of one sample. */
import { inputEncoder, outputDecoder } from '../../domain/data/dataset.ts'
import { GATES, type RecurrentLayer } from '../../domain/network/layers.ts'
import { networkLayers } from '../../domain/network/network.ts'
import type { CellSeen, InspectionOf, StripsSeen } from '../../protocol/inspection.ts'
import type { CellTrace } from '../training/trainer.ts'
import type { Inspected } from './inspected.ts'

export function seeStrips(network: Inspected, { rows }: InspectionOf<'strips'>): StripsSeen {
  const { experiment, source, weights } = network
  const inputs = inputEncoder(experiment, source)(rows)
  const layers = networkLayers(experiment)
  const { made, traces } = network.borrow((trainer) => ({
    made: trainer.activations(inputs),
    traces: trainer.cellTraces(inputs),
  }))
  const outputs = outputDecoder(experiment, source)(made.at(-1)!)
  return {
    kind: 'strips',
    inputs,
    layers: [...made.slice(0, -1), outputs],
    kernels: layers.map((layer) =>
      layer.kind === 'convolution' ? weights.slice(layer.kernelAt, layer.biasAt) : null,
    ),
    cells: layers.map((layer) => (layer.kind === 'recurrent' ? cellSeen(layer, traces.shift()!) : null)),
  }
}

/** Of one row, the gates apart. */
function cellSeen({ cell, steps, units }: RecurrentLayer, { gates, states, cells }: CellTrace): CellSeen {
  const count = cell === 'rnn' ? 0 : GATES[cell]
  const apart = Array.from({ length: count }, (_, gate) =>
    Float32Array.from({ length: steps * units }, (_number, i) => {
      const [step, unit] = [Math.floor(i / units), i % units]
      return gates[(step * count + gate) * units + unit]!
    }),
  )
  return { gates: apart, states, cells }
}
