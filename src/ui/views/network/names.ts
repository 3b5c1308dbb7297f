/** What layers and units are called. Layers count from the inputs, which are 0. */
import type { UnitPlace } from '../../../charts/network/diagram-units.ts'
import { inputNames } from '../../../domain/data/features.ts'
import { dataSet } from '../../../domain/data/registry.ts'
import type { Experiment, Feature } from '../../../domain/experiment/experiment.ts'
import { outputHead } from '../../../domain/network/inputs-outputs.ts'
import { denseLayers } from '../../../domain/network/network.ts'
import type { Messages } from '../../../text/messages.ts'
import { featureNames } from '../../../text/names.ts'

/** The names of the inputs, those of a table where it has some. */
export function inputLabels({ data }: Experiment): string[] {
  const { columns } = dataSet(data)
  return (inputNames(data) ?? []).map((name, i) => {
    if (columns !== null && (name === 'x' || name === 'y')) return columns[i] ?? name
    return featureNames[name as Feature] ?? name.replace(/\^(\d+)$/, (_, power: string) => raised(power))
  })
}

const raised = (digits: string) => [...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')

export function unitName(experiment: Experiment, { layer, unit }: UnitPlace, t: Messages): string {
  const layers = denseLayers(experiment)
  if (layer === 0) return t.inside.network.inputName(inputLabels(experiment)[unit]!)
  if (layer === layers.length) return t.inside.network.outputUnit(unit + 1, layers.at(-1)!.units)
  return t.inside.network.unitName(layer, unit + 1)
}

/** A unit where its layer is already named. */
export function shortUnitName(experiment: Experiment, { layer, unit }: UnitPlace, t: Messages): string {
  if (layer === 0) return inputLabels(experiment)[unit]!
  return t.inside.network.unitShort(unit + 1)
}

export function layerName(experiment: Experiment, layer: number, t: Messages): string {
  if (layer === 0) return t.inside.network.inputsName
  if (layer === denseLayers(experiment).length) return t.inside.network.outputName
  return t.inside.network.layerName(layer)
}

/** “8 tanh”, “1 sigmoid”. */
export function layerNote(experiment: Experiment, layer: number, t: Messages): string {
  const layers = denseLayers(experiment)
  if (layer === 0) return t.model.inputs(layers[0]!.inputs)
  const { units, activation } = layers[layer - 1]!
  if (layer < layers.length) return t.inside.network.units(units, t.activations[activation])
  const head = outputHead(experiment)
  return head === 'softmax' ? t.model.heads.softmax(units) : t.model.heads[head]
}
