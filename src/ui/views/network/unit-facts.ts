/** The numbers of a unit that computes; an input has none. */
import type { UnitFact, UnitPlace } from '../../../charts/network/diagram-units.ts'
import type { Experiment } from '../../../domain/experiment/experiment.ts'
import { denseLayers } from '../../../domain/network/network.ts'
import { percent, scientific, weight } from '../../../text/format.ts'
import type { Messages } from '../../../text/messages.ts'
import type { UnitsSight } from './unit-maps.ts'

interface UnitFacts {
  readonly bias: UnitFact
  /** The RMS of its gradients and, where its activation can saturate, the share of samples at which it does. */
  readonly others: readonly UnitFact[]
}

export function unitFacts(
  experiment: Experiment,
  { seen }: UnitsSight,
  { layer, unit }: UnitPlace,
  t: Messages,
): UnitFacts | null {
  if (layer === 0) return null
  const { bias, gradient, saturated } = t.inside.network
  const own = denseLayers(experiment)[layer - 1]!
  const share = seen.saturated[layer - 1]?.[unit]
  return {
    bias: { name: bias, value: weight(seen.weights[own.biasAt + unit]!) },
    others: [
      { name: gradient, value: scientific(seen.gradients[layer - 1]![unit]!) },
      ...(share === undefined ? [] : [{ name: saturated, value: percent(share, 0) }]),
    ],
  }
}
