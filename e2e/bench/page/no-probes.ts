/** Stands for the probes in the worker that measures nothing beside scores and gradients (../leaner-workers.mjs). */
import {
  type ProbedLayer,
  probedLayers as probed,
  RelativeUpdates as Updates,
} from '../../../src/engine/training/probes.ts'

export * from '../../../src/engine/training/probes.ts'

export const PROBES = 0

export const isFitScored = () => false

export const watchedUpdates = (): ReadonlySet<number> => new Set()

export function probedLayers(...given: Parameters<typeof probed>): ProbedLayer[] {
  return probed(...given).map((layer) => ({ ...layer, range: null }))
}

export class RelativeUpdates extends Updates {
  override medians(): number[] {
    return []
  }
}
