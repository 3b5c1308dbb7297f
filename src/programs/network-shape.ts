import type { Experiment } from '../domain/experiment/experiment.ts'
import { inputShape } from '../domain/network/inputs-outputs.ts'
import { isConvolutional, isRecurrent } from '../domain/network/model-kinds.ts'

/** The shape of a sample as the first layer gets it. */
export function networkShape(experiment: Experiment): number[] {
  const shape = inputShape(experiment)
  const { kind } = experiment.model
  switch (shape.kind) {
    case 'vector':
      return [shape.size]
    case 'image':
      if (isConvolutional(kind)) return [shape.height, shape.width, 1]
      return isRecurrent(kind) ? [shape.height, shape.width] : [shape.height * shape.width]
    case 'sequence':
      return isRecurrent(kind) ? [shape.steps, shape.features] : [shape.steps * shape.features]
    default:
      return shape satisfies never
  }
}
