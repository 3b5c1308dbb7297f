import { dataSet } from '../../../domain/data/registry.ts'
import type { Experiment } from '../../../domain/experiment/experiment.ts'
import { networkLayers } from '../../../domain/network/network.ts'

/** Whether the units of an experiment's network can be drawn as pictures over its data. */
export function hasDiagram(experiment: Experiment): boolean {
  return (
    dataSet(experiment.data).extent !== null &&
    networkLayers(experiment).every(({ kind }) => kind === 'dense')
  )
}

/** Whether its layers can be drawn as strips: what filters see in an image, what gates do over a sequence. */
export function hasStrips(experiment: Experiment): boolean {
  return networkLayers(experiment).some(({ kind }) => kind !== 'dense')
}
