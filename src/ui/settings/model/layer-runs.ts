/**
 * Layers as rows of the editor: each layer has its own row, or, in a deep network, equal neighbours share a row with a
 * count.
 */
import type { Layer } from '../../../domain/experiment/experiment.ts'

export interface LayerRun {
  readonly layer: Layer
  /** The index of the first of them. */
  readonly from: number
  readonly count: number
}

/** With more layers than this, equal neighbours share a row, so that a person keeps their place. */
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

/** The indices of the layers that the row stands for. */
export function placesOf({ from, count }: LayerRun): number[] {
  return Array.from({ length: count }, (_, i) => from + i)
}

export function regrouped(runs: readonly LayerRun[]): Layer[] {
  return runs.flatMap(({ layer, count }) => Array.from({ length: count }, () => layer))
}
