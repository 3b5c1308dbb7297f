/** What every peer is given: the same samples, the same first weights and, if it can use one, the same order of samples. */
import { networkDataset } from '../../../../src/domain/data/dataset.ts'
import { initialWeights } from '../../../../src/domain/network/initial-weights.ts'
import { denseLayers } from '../../../../src/domain/network/network.ts'
import { permutation, stream } from '../../../../src/domain/random.ts'
import type { Work } from '../contestant.ts'

export function materials({ experiment, source }: Work) {
  const { parts } = networkDataset(experiment, source ?? undefined)
  return {
    layers: denseLayers(experiment),
    /** Kernel (inputs × outputs, row-major), bias, kernel, … */
    weights: initialWeights(experiment).map(({ values }) => values),
    train: parts.train,
    validation: parts.validation,
    /** Of the training samples, in an epoch counted from 1. */
    order: (epoch: number) =>
      permutation(parts.train.count, stream(experiment.seed.training, 'order', epoch)),
  }
}

export type Materials = ReturnType<typeof materials>

/** One row of zeros and a one for each class. */
export function oneHot(targets: Float32Array, classes: number): Float32Array {
  const rows = new Float32Array(targets.length * classes)
  targets.forEach((target, i) => {
    rows[i * classes + target] = 1
  })
  return rows
}
