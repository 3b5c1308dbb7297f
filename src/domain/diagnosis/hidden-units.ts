/** The hidden layers of a network, as far as a verdict looks at them. */
import type { Activation, Experiment } from '../experiment/experiment.ts'
import { unitsOf } from '../network/layers.ts'
import { networkLayers } from '../network/network.ts'

export interface HiddenLayer {
  readonly activation: Activation
  readonly units: number
}

export function hiddenLayers(experiment: Experiment): readonly HiddenLayer[] {
  return networkLayers(experiment)
    .slice(0, -1)
    .map((layer) => ({ activation: layer.activation, units: unitsOf(layer) }))
}

/** Units that can die: their slope is 0 on one side. */
export const canDie = ({ activation }: HiddenLayer) => activation === 'relu'

/** Units that can saturate: their slope goes to 0 on both sides. */
export const canSaturate = ({ activation }: HiddenLayer) => activation === 'sigmoid' || activation === 'tanh'
