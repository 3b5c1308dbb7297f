import type { NetworkLayer } from '../../../../domain/network/layers.ts'
import { percent, weight, whole } from '../../../../text/format.ts'
import type { AllMessages } from '../../../../text/messages.ts'
import { layerTitle } from '../../weights/layer-title.ts'
import { cellLines } from './cell-lines.ts'
import { type Spread, spreadOf } from './strip-spread.ts'
import type { StripsSeen } from './strips-sight.ts'

/** A line for each filter, each gate at each step, and each unit of the other layers. */
export function stripTable(layers: readonly NetworkLayer[], seen: StripsSeen, t: AllMessages): string[][] {
  const line = (place: string, { mean, least, most, zero }: Spread) => [
    place,
    weight(mean),
    weight(least),
    weight(most),
    percent(zero, 0),
  ]
  return layers.flatMap((layer, l) => {
    const title = layerTitle(l, layers.length, t)
    const numbers = seen.layers[l]!
    switch (layer.kind) {
      case 'convolution': {
        const places = layer.height * layer.width
        return Array.from({ length: layer.filters }, (_, f) =>
          line(t.strips.inLayer(title, t.strips.filter(f + 1)), spreadOf(numbers, f, layer.filters, places)),
        )
      }
      case 'recurrent':
        return cellLines(layer, seen.cells[l]!, t).flatMap(({ name, values }) =>
          Array.from({ length: layer.steps }, (_, step) =>
            line(
              t.strips.inLayer(title, t.strips.atStep(name, whole(step + 1))),
              spreadOf(values, step * layer.units, 1, layer.units),
            ),
          ),
        )
      case 'dense':
        return Array.from(numbers, (_, unit) =>
          line(t.strips.inLayer(title, t.inside.network.unitShort(unit + 1)), spreadOf(numbers, unit, 1, 1)),
        )
      default:
        return layer satisfies never
    }
  })
}
