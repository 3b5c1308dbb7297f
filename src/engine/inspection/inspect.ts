import type { Inspection, Seen } from '../../protocol/inspection.ts'
import { seeGradients } from './gradients.ts'
import type { Inspected } from './inspected.ts'
import { seePart } from './part.ts'
import { seeSlice } from './slice.ts'
import { seeStrips } from './strips.ts'
import { seeActivations, seeUnits } from './units.ts'
import { seeWeightHistory, seeWeights } from './weights.ts'

export function inspect(network: Inspected, what: Inspection): Seen {
  switch (what.kind) {
    case 'units':
      return seeUnits(network, what)
    case 'activations':
      return seeActivations(network, what)
    case 'strips':
      return seeStrips(network, what)
    case 'part':
      return seePart(network, what)
    case 'gradients':
      return seeGradients(network)
    case 'slice':
      return seeSlice(network, what)
    case 'weights':
      return seeWeights(network)
    case 'weight-history':
      return seeWeightHistory(network.experiment, what)
    default:
      return what satisfies never
  }
}
