import type { Experiment } from '../../../../domain/experiment/experiment.ts'
import { outputHead } from '../../../../domain/network/inputs-outputs.ts'
import type { NetworkLayer } from '../../../../domain/network/layers.ts'
import { whole } from '../../../../text/format.ts'
import type { AllMessages } from '../../../../text/messages.ts'

/** “8 filters, 3 × 3, ReLU”, “LSTM, 16 units”. */
export function layerNote(
  experiment: Experiment,
  layer: NetworkLayer,
  isOutput: boolean,
  t: AllMessages,
): string {
  switch (layer.kind) {
    case 'convolution':
      return t.strips.filters(whole(layer.filters), layer.kernel, t.activations[layer.activation])
    case 'recurrent':
      return t.strips.cells(t.strips.kinds[layer.cell], whole(layer.units))
    case 'dense': {
      if (!isOutput) return t.inside.network.units(layer.units, t.activations[layer.activation])
      const head = outputHead(experiment)
      return head === 'softmax' ? t.model.heads.softmax(layer.units) : t.model.heads[head]
    }
    default:
      return layer satisfies never
  }
}
