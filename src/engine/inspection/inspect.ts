import type { Inspection, Seen } from '../../protocol/inspection.ts'
import type { Inspected } from './inspected.ts'
import { seePart } from './part.ts'
import { seeSlice } from './slice.ts'
import { seeUnits } from './units.ts'
import { seeWeights } from './weights.ts'

export function inspect(network: Inspected, what: Inspection): Seen {
  switch (what.kind) {
    case 'units':
      return seeUnits(network, what)
    case 'part':
      return seePart(network, what)
    case 'slice':
      return seeSlice(network, what)
    case 'weights':
      return seeWeights(network)
    default:
      return what satisfies never
  }
}
