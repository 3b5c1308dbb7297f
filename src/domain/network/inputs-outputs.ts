/** What a network gets of a sample, and what it returns. */
import { inputNames } from '../data/features.ts'
import { dataSet, type Shape } from '../data/registry.ts'
import { sizeOfShape } from '../data-sets/data-set.ts'
import type { Experiment } from '../experiment/experiment.ts'
import type { Numbers } from '../table/table.ts'

/** What turns logits into outputs. */
export type Head = 'linear' | 'sigmoid' | 'softmax'

export function outputHead(experiment: Experiment): Head {
  if (dataSet(experiment.data).task === 'regression') return 'linear'
  return outputUnits(experiment) === 1 ? 'sigmoid' : 'softmax'
}

/** What the network is given of a sample. */
export function inputShape({ data }: Experiment): Shape {
  const names = inputNames(data)
  return names === null ? dataSet(data).shape : { kind: 'vector', size: names.length }
}

export function inputSize(experiment: Experiment): number {
  return sizeOfShape(inputShape(experiment))
}

/** Two classes share one sigmoid output; K classes have K softmax outputs. */
export function outputUnits({ data }: Experiment): number {
  const { task, classes } = dataSet(data)
  return task === 'classes' && classes.length > 2 ? classes.length : 1
}

/** Raw rows as one array; throws naming the first row of the wrong length. */
export function inputRows({ data }: Experiment, rows: readonly (readonly number[])[]): Numbers {
  const { inputs } = dataSet(data)
  for (const [i, row] of rows.entries())
    if (row.length !== inputs)
      throw new Error(`inputs: row ${i + 1} has ${row.length} numbers, not ${inputs}`)
  return data.set === 'rows' ? Float64Array.from(rows.flat()) : Float32Array.from(rows.flat())
}
