/** Places that a generated set has samples at, drawn apart from every experiment's own. */

import type { DataSettings } from '../experiment/experiment.ts'
import { stream } from '../random.ts'
import { dataSet, type GeneratedSet } from './registry.ts'

/** Inputs as new samples have them, the same for every experiment on this set with this noise. */
export function freshPlaces(data: DataSettings, count: number): readonly number[] {
  const set = dataSet(data) as GeneratedSet
  const [where, jitter] = [stream(0, data.set, 'fresh', 'where'), stream(0, data.set, 'fresh', 'jitter')]
  const offset = stream(0, data.set, 'fresh', 'offset').uniform()
  return Array.from({ length: count }, (_, i) => set.generate(i, data.noise, where, jitter, offset)).flatMap(
    ({ inputs }) => [...inputs],
  )
}
