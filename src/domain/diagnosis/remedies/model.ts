/** Remedies that change the network. */
import type { Activation, Experiment, Initializer, ModelKind } from '../../experiment/experiment.ts'
import { isConvolutional, isRecurrent } from '../../network/model-kinds.ts'
import { parameterCount } from '../../network/network.ts'
import { canSaturate, hiddenLayers } from '../hidden-units.ts'
import { changed, type Propose } from './remedy.ts'

const WIDEST = 256
const DEEPEST = 8

/** Whether all hidden layers are linear: together they are one linear layer, however wide and however many they are. */
function isLinear({ model }: Experiment): boolean {
  const { kind, layers, activation } = model
  if (isConvolutional(kind) || isRecurrent(kind)) return false
  return layers.length > 0 && layers.every((layer) => (layer.activation ?? activation) === 'linear')
}

export const widerLayers: Propose = ({ experiment }) => {
  if (isLinear(experiment)) return []
  const { layers, kind, blocks } = experiment.model
  if (isConvolutional(kind))
    return [2, 4].map((factor) =>
      changed(experiment, 'model', {
        blocks: blocks.map((block) => ({ ...block, filters: Math.min(512, block.filters * factor) })),
      }),
    )
  if (layers.length === 0) return [[8], [32]].map((units) => withUnits(experiment, units))
  return [4, 8]
    .map((factor) => layers.map(({ units }) => Math.min(WIDEST, Math.max(16, units * factor))))
    .filter((units) => units.some((count, i) => count > layers[i]!.units))
    .map((units) => withUnits(experiment, units))
}

/** Weights for each training sample with which a network can fit whatever labels its samples have. */
const AMPLE = 10

/** A larger network would learn no more: what this one could learn already, its optimizer does not find. */
export const isAmple = (experiment: Experiment) => parameterCount(experiment) >= AMPLE * experiment.data.train

export const anotherLayer: Propose = ({ experiment }) => {
  const { layers } = experiment.model
  const last = layers.at(-1)
  if (!last || layers.length >= DEEPEST || isLinear(experiment) || sigmoidLayers(experiment) > 0) return []
  return [1, 2].map((more) =>
    changed(experiment, 'model', { layers: [...layers, ...new Array<typeof last>(more).fill(last)] }),
  )
}

export const narrowerLayers: Propose = ({ experiment }) => {
  const { layers } = experiment.model
  return [4, 8]
    .map((divisor) => layers.map(({ units }) => Math.max(2, Math.round(units / divisor))))
    .filter((units) => units.some((count, i) => count < layers[i]!.units))
    .map((units) => withUnits(experiment, units))
}

export const fewerLayers: Propose = ({ experiment }) => {
  const { layers } = experiment.model
  return [2, 1]
    .filter((count) => count < layers.length)
    .map((count) => changed(experiment, 'model', { layers: layers.slice(0, count) }))
}

/**
 * Its slope is 1 wherever a unit is on; sigmoid's is at most a quarter, and factors multiply through the layers. What has a
 * slope of 1 already gains nothing.
 */
export const relu: Propose = ({ experiment }) =>
  isRecurrent(experiment.model.kind) || !hiddenLayers(experiment).some(canSaturate)
    ? []
    : [activated(experiment, 'relu')]

/** Without one, several layers compute what a single one does. */
export const nonlinearActivation: Propose = ({ experiment }) =>
  isLinear(experiment) ? [activated(experiment, 'relu'), activated(experiment, 'leaky-relu')] : []

/** It has a slope on both sides, so that no unit is lost. */
export const leakyRelu: Propose = ({ experiment }) =>
  isRecurrent(experiment.model.kind) || experiment.model.activation === 'leaky-relu'
    ? []
    : [activated(experiment, 'leaky-relu'), activated(experiment, 'elu')]

/**
 * Start weights whose sums neither grow nor shrink from layer to layer. A single layer has one valley, which it reaches
 * from anywhere.
 */
export const startWeights: Propose = ({ experiment }) => {
  if (hiddenLayers(experiment).length === 0) return []
  const { activation, initializer } = experiment.model
  const suited = HALF_CUT.includes(activation) ? SUITED.halfCut : SUITED.others
  return suited.includes(initializer) ? [] : [changed(experiment, 'model', { initializer: suited[0]! })]
}

/** These pass on about half of the signal, for which He's weights make up. */
const HALF_CUT: readonly Activation[] = ['relu', 'leaky-relu']
/** The likeliest first. */
const SUITED: Readonly<Record<'halfCut' | 'others', readonly Initializer[]>> = {
  halfCut: ['he-normal', 'he-uniform'],
  others: ['glorot-uniform', 'glorot-normal', 'lecun-normal'],
}

/** Between ±0.05 so many layers of the usual width pass on next to nothing: no step is large enough, or every one is too large. */
export const beginsTooSmall = (experiment: Experiment) =>
  experiment.model.initializer === 'small-uniform' && hiddenLayers(experiment).length >= 3

/** Layers whose slope is a quarter at most: each of them makes the gradient of those before it smaller. */
export const sigmoidLayers = (experiment: Experiment) =>
  hiddenLayers(experiment).filter(({ activation }) => activation === 'sigmoid').length

const RESIDUAL: Partial<Record<ModelKind, ModelKind>> = { mlp: 'residual-mlp', cnn: 'residual-cnn' }

/** Units that begin alike get the same gradient, and stay alike however many they are. */
export const beginsAlike = (experiment: Experiment) =>
  experiment.model.initializer === 'zeros' && hiddenLayers(experiment).length > 0

/** Lets the gradient pass beside the layers; a network of few has no need of it. */
export const residual: Propose = ({ experiment }) => {
  const { kind, layers, blocks } = experiment.model
  const depth = kind === 'cnn' ? blocks.reduce((sum, block) => sum + block.layers, 0) : layers.length
  const other = RESIDUAL[kind]
  return other === undefined || depth < 4 ? [] : [changed(experiment, 'model', { kind: other })]
}

/** Over so many steps a simple recurrent network of this width keeps little: what it lacks is memory, and not units. */
export const forgets = ({ data, model }: Experiment) =>
  model.kind === 'rnn' && data.length >= 20 && (model.layers.at(-1)?.units ?? 0) >= 8

/** Gates keep what was seen many steps ago. */
export const lstm: Propose = ({ experiment }) => {
  if (experiment.model.kind !== 'rnn') return []
  const layers = experiment.model.layers.map(({ activation: _, ...layer }) => layer)
  return [changed(experiment, 'model', { kind: 'lstm', activation: 'tanh', layers })]
}

function withUnits(experiment: Experiment, units: readonly number[]): Experiment {
  const { layers } = experiment.model
  return changed(experiment, 'model', { layers: units.map((count, i) => ({ ...layers[i], units: count })) })
}

function activated(experiment: Experiment, activation: 'relu' | 'leaky-relu' | 'elu'): Experiment {
  const layers = experiment.model.layers.map(({ activation: _, ...layer }) => layer)
  return changed(experiment, 'model', { activation, layers, initializer: 'he-normal' })
}
