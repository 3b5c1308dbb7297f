/** Why a model cannot be built for its data, if it cannot. */
import { dataSet } from '../data/registry.ts'
import { ACTIVATIONS, type Activation, type Experiment, type ModelKind } from '../experiment/experiment.ts'
import type { Problem } from '../experiment/problem.ts'
import { isConvolutional, isRecurrent } from '../network/model-kinds.ts'

/**
 * Most units of a recurrent layer: computing orthonormal kernels for more would block the page noticeably.
 */
const MOST_UNITS = 512

export function incompatibilities({ data, model }: Experiment): Problem[] {
  const { shape } = dataSet(data)
  const problems: Problem[] = []
  if (isConvolutional(model.kind)) {
    if (shape.kind !== 'image') return [{ path: 'model.kind', kind: 'model-needs-images', set: data.set }]
    let { height, width } = shape
    for (const [i, { pool }] of model.blocks.entries()) {
      if (pool > Math.min(height, width)) {
        problems.push({ path: 'model.blocks', kind: 'pooled-away', block: i + 1, height, width })
        break
      }
      height = Math.floor(height / pool)
      width = Math.floor(width / pool)
    }
  }
  if (isRecurrent(model.kind)) {
    if (shape.kind === 'vector') return [{ path: 'model.kind', kind: 'model-needs-sequences', set: data.set }]
    if (model.layers.length === 0)
      problems.push({ path: 'model.layers', kind: 'layers-missing', model: model.kind })
    const widest = Math.max(0, ...model.layers.map(({ units }) => units))
    if (widest > MOST_UNITS)
      problems.push({ path: 'model.layers', kind: 'too-large', limit: MOST_UNITS, received: String(widest) })
  }
  const choices = activationsOf(model.kind)
  const wanted = [model.activation, ...model.layers.map(({ activation }) => activation ?? model.activation)]
  if (wanted.some((activation) => !choices.includes(activation)))
    problems.push({ path: 'model.activation', kind: 'activation-not-here', model: model.kind, choices })
  return problems
}

/** Elman's network is defined with tanh or ReLU; the gated cells have fixed tanh and sigmoid gates. */
export function activationsOf(kind: ModelKind): readonly Activation[] {
  if (kind === 'rnn') return ['tanh', 'relu']
  return isRecurrent(kind) ? ['tanh'] : ACTIVATIONS
}
