/** The columns of the diagram: which layers and units are drawn, under which names. */
import { shownHidden, shownUnits } from '../../../charts/network/diagram-layout.ts'
import type { DiagramColumn, DiagramUnit, UnitPlace } from '../../../charts/network/diagram-units.ts'
import type { UnitMap } from '../../../charts/network/unit-map.ts'
import type { Experiment } from '../../../domain/experiment/experiment.ts'
import { denseLayers } from '../../../domain/network/network.ts'
import { weight } from '../../../text/format.ts'
import type { Messages } from '../../../text/messages.ts'
import { inputLabels, layerNote, unitName } from './names.ts'
import type { ActivationOf } from './passed-point.ts'
import { outgoingSizes } from './unit-maps.ts'

/** For each layer, the inputs first, the units that are drawn. */
export type ShownUnits = readonly (readonly number[])[]

export function chooseUnits(experiment: Experiment, weights: Float32Array): ShownUnits {
  const layers = denseLayers(experiment)
  return [
    ...layers.map((layer) => shownUnits(outgoingSizes(weights, layer))),
    shownUnits(new Float32Array(layers.at(-1)!.units)),
  ]
}

interface Drawn {
  readonly experiment: Experiment
  readonly shown: ShownUnits
  readonly maps: readonly (readonly UnitMap[])[]
  /** For each layer, the inputs first, the factors of a dropout step; null where no step is drawn. */
  readonly factors: readonly Float32Array[] | null
  /** What each unit hands on at the sample that is followed. */
  readonly activation: ActivationOf
  /** Hidden layers near this unit are drawn where there are too many. */
  readonly near: UnitPlace | null
}

export function diagramColumns(
  { experiment, shown, maps, factors, activation, near }: Drawn,
  t: Messages,
): DiagramColumn[] {
  const depth = denseLayers(experiment).length
  const hidden = shownHidden(depth - 1, near === null ? null : near.layer - 1).map((i) => i + 1)
  const labels = inputLabels(experiment)
  const drawn = [0, ...hidden, depth]
  return drawn.map((layer, i): DiagramColumn => {
    const units = shown[layer]!.map((unit): DiagramUnit => {
      const dropped = factors !== null && layer > 0 && layer < depth && factors[layer - 1]![unit] === 0
      const name = unitName(experiment, { layer, unit }, t)
      const value = activation(layer, unit)
      return {
        layer,
        unit,
        name:
          layer === 0 ? labels[unit]! : layer === depth && shown[depth]!.length === 1 ? '' : `${unit + 1}`,
        label: dropped ? `${name}, ${t.inside.network.dropped}` : name,
        value: value === null ? null : weight(value),
        map: maps[layer]![unit]!,
        dropped,
      }
    })
    return {
      layer,
      title: layer === 0 ? t.inside.input : layer === depth ? t.inside.output : t.inside.layer(layer),
      note: layerNote(experiment, layer, t),
      units,
      more: maps[layer]!.length - units.length,
      skipped: i === 0 ? 0 : layer - drawn[i - 1]! - 1,
    }
  })
}
