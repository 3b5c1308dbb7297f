/** The layers that an experiment asks for, before they have their places in the flat vector of all weights. */
import type { Shape } from '../data/registry.ts'
import { sizeOfShape } from '../data-sets/data-set.ts'
import type { Activation, Experiment } from '../experiment/experiment.ts'
import { inputShape, outputUnits } from './inputs-outputs.ts'
import type { LayerPlan } from './layers.ts'
import { type Cell, isConvolutional, isRecurrent } from './model-kinds.ts'

/** From the input side, the output layer last. */
export function layerPlans(experiment: Experiment): LayerPlan[] {
  const { data, model } = experiment
  const shape = inputShape(experiment)
  if (isRecurrent(model.kind))
    return [...recurrentPlans(experiment, shape), outputPlan(experiment, model.layers.at(-1)?.units ?? 0)]
  if (isConvolutional(model.kind)) {
    if (shape.kind !== 'image') throw new Error(`${data.set} are no images`)
    const convolutions = convolutionPlans(experiment, shape)
    const dense = densePlans(experiment, convolutions.at(-1)!.outputs)
    return [...convolutions, ...dense]
  }
  return densePlans(experiment, sizeOfShape(shape))
}

function densePlans(experiment: Experiment, from: number): LayerPlan[] {
  let inputs = from
  const hidden = experiment.model.layers.map(({ units, ...own }): LayerPlan => {
    const plan = { kind: 'dense' as const, inputs, outputs: units, units, ...settings(experiment, own) }
    inputs = units
    return plan
  })
  return [...hidden, outputPlan(experiment, inputs)]
}

function outputPlan(experiment: Experiment, inputs: number): LayerPlan {
  const units = outputUnits(experiment)
  return { kind: 'dense', inputs, outputs: units, units, activation: 'linear', dropout: 0 }
}

function convolutionPlans({ model, regularization }: Experiment, image: ImageShape): LayerPlan[] {
  let { height, width } = image
  let channels = 1
  return model.blocks.flatMap(({ filters, layers, pool }) =>
    Array.from({ length: layers }, (_, i): LayerPlan => {
      const last = i === layers - 1
      const inputs = height * width * channels
      const size = { height, width, channels }
      if (last) [height, width] = [Math.floor(height / pool), Math.floor(width / pool)]
      channels = filters
      return {
        kind: 'convolution',
        ...size,
        kernel: model.kernel,
        filters,
        pool: last ? pool : 1,
        inputs,
        outputs: height * width * filters,
        activation: model.activation,
        dropout: last ? regularization.dropout : 0,
      }
    }),
  )
}

type ImageShape = Extract<Shape, { kind: 'image' }>

function recurrentPlans(experiment: Experiment, shape: Shape): LayerPlan[] {
  const { data, model } = experiment
  if (shape.kind === 'vector') throw new Error(`${data.set} are no sequences`)
  const [steps, first] = shape.kind === 'image' ? [shape.height, shape.width] : [shape.steps, shape.features]
  let features = first
  return model.layers.map(({ units, ...own }, i): LayerPlan => {
    const sequences = i < model.layers.length - 1
    const plan: LayerPlan = {
      kind: 'recurrent',
      cell: model.kind as Cell,
      steps,
      features,
      units,
      sequences,
      inputs: steps * features,
      outputs: sequences ? steps * units : units,
      ...settings(experiment, own),
    }
    features = units
    return plan
  })
}

function settings(
  { model, regularization }: Experiment,
  own: { readonly activation?: Activation | undefined; readonly dropout?: number | undefined },
) {
  return {
    activation: own.activation ?? model.activation,
    dropout: own.dropout ?? regularization.dropout,
  }
}
