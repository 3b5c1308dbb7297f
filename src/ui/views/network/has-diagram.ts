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
