/** Layers as rows of the editor: each its own, or, in a deep network, equal ones side by side as one row with a count. */
import type { Layer } from '../../../domain/experiment/experiment.ts'

export interface LayerRun {
  readonly layer: Layer
  /** Place of the first of them. */
  readonly from: number
  readonly count: number
}

/** Rows that a person looks through without losing their place. */
const FEW = 8

export function runsOfLayers(layers: readonly Layer[]): LayerRun[] {
  const runs: LayerRun[] = []
  for (const [from, layer] of layers.entries()) {
    const last = runs.at(-1)
    if (layers.length > FEW && last && JSON.stringify(last.layer) === JSON.stringify(layer))
      runs[runs.length - 1] = { ...last, count: last.count + 1 }
    else runs.push({ layer, from, count: 1 })
  }
  return runs
}

/** Places of the layers that the row stands for. */
export function placesOf({ from, count }: LayerRun): number[] {
  return Array.from({ length: count }, (_, i) => from + i)
}

export function regrouped(runs: readonly LayerRun[]): Layer[] {
  return runs.flatMap(({ layer, count }) => Array.from({ length: count }, () => layer))
}
