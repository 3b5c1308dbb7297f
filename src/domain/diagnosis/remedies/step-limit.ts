/** How large the steps of gradient descent may be before they grow from one to the next. */
import { networkDataset } from '../../data/dataset.ts'
import { isPacked } from '../../data/registry.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { isConvolutional, isRecurrent } from '../../network/model-kinds.ts'
import { samplesMissing } from '../../parsing/cannot-run.ts'

/** Samples that are looked at, and rounds of the power iteration: enough for two digits. */
const SAMPLES = 1000
const ROUNDS = 50

/**
 * The learning rate above which gradient descent diverges on a linear network's mean squared error: 2 / λ, where λ is
 * the largest eigenvalue of the loss' second derivative, (2/n) Σ x xᵀ with a 1 appended to each x for the bias. For a
 * deeper network the same of its inputs, which is what unscaled inputs make small. null where inputs are images or
 * sequences, or are not here.
 */
export function largestStableRate(experiment: Experiment): number | null {
  const { kind } = experiment.model
  if (isConvolutional(kind) || isRecurrent(kind)) return null
  if (samplesMissing(experiment) || isPacked(experiment.data)) return null
  const { inputSize, parts } = networkDataset(experiment)
  const { inputs, count } = parts.train
  const rows = Math.min(count, SAMPLES)
  let direction = new Float64Array(inputSize + 1).fill(1)
  let eigenvalue = 0
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(inputSize + 1)
    for (let row = 0; row < rows; row++) {
      let along = direction[inputSize]!
      for (let i = 0; i < inputSize; i++) along += inputs[row * inputSize + i]! * direction[i]!
      for (let i = 0; i < inputSize; i++) next[i]! += along * inputs[row * inputSize + i]!
      next[inputSize]! += along
    }
    eigenvalue = ((2 / rows) * Math.hypot(...next)) / Math.hypot(...direction)
    const length = Math.hypot(...next)
    direction = next.map((value) => value / length)
  }
  return eigenvalue > 0 ? 2 / eigenvalue : null
}
