/** What each unit computes, as its picture shows it. */
import { type UnitMap, usualReach } from '../../../charts/network/unit-map.ts'
import { mapSide } from '../../../domain/data/probe.ts'
import { dataSet } from '../../../domain/data/registry.ts'
import type { Activation, Experiment } from '../../../domain/experiment/experiment.ts'
import { outputHead } from '../../../domain/network/inputs-outputs.ts'
import type { DenseLayer } from '../../../domain/network/layers.ts'
import { denseLayers } from '../../../domain/network/network.ts'
import type { Sight } from '../../../store/predictions.ts'
import { rangeOf } from '../plot-points.ts'

export type UnitsSight = Sight<'units'>

/** Every so many values of a map tell how large they usually are. */
const EVERY = 7

type Scale = Pick<UnitMap, 'zero' | 'reach'>

/** The pictures of all layers, the inputs first. */
export function unitMaps(experiment: Experiment, { seen }: UnitsSight): readonly (readonly UnitMap[])[] {
  const side = dataSet(experiment.data).inputs === 1 ? null : mapSide(experiment)
  const layers = denseLayers(experiment)
  const mapsOf = (values: Float32Array, units: number, scale: (unit: number) => Scale) =>
    Array.from({ length: units }, (_, at) => ({ side, values, at, stride: units, ...scale(at) }))
  const usual = (values: Float32Array, units: number) => (unit: number) => ({
    zero: 0,
    reach: usualReach(
      Float32Array.from(
        { length: Math.floor(values.length / units / EVERY) },
        (_, i) => values[i * EVERY * units + unit]!,
      ),
      0,
    ),
  })
  const inputs = layers[0]!.inputs
  return [
    mapsOf(seen.inputs, inputs, usual(seen.inputs, inputs)),
    ...layers.map((layer, i) => {
      const values = seen.layers[i]!
      const own = i === layers.length - 1 ? outputScale(experiment) : SCALES[layer.activation]
      return mapsOf(values, layer.units, own === null ? usual(values, layer.units) : () => own)
    }),
  ]
}

/** Of activations with bounds; null of others, whose usual size is their scale. */
const SCALES: Readonly<Record<Activation, Scale | null>> = {
  tanh: { zero: 0, reach: 1 },
  sigmoid: { zero: 0.5, reach: 0.5 },
  linear: null,
  relu: null,
  'leaky-relu': null,
  elu: null,
  gelu: null,
}

function outputScale(experiment: Experiment): Scale {
  const head = outputHead(experiment)
  switch (head) {
    case 'sigmoid':
    case 'softmax':
      return { zero: 0.5, reach: 0.5 }
    case 'linear': {
      const { inputs, extent } = dataSet(experiment.data)
      const [low, high] = inputs === 1 ? extent![1]! : rangeOf(experiment)
      return { zero: (low + high) / 2, reach: (high - low) / 2 }
    }
    default:
      return head satisfies never
  }
}

/** The weight from a unit of the layer below to a unit. */
export const weightOf = (weights: Float32Array, { kernelAt, units }: DenseLayer, from: number, to: number) =>
  weights[kernelAt + from * units + to]!

/** For each unit that a layer is given the size of its weights into it, √Σw². */
export function outgoingSizes(weights: Float32Array, layer: DenseLayer): number[] {
  return Array.from({ length: layer.inputs }, (_, from) =>
    Math.hypot(...Array.from({ length: layer.units }, (_x, to) => weightOf(weights, layer, from, to))),
  )
}
