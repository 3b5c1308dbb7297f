/** What an experiment's data are. */
import { CATALOGUE, isPackedKey } from '../data-sets/catalogue.ts'
import type { DataSet } from '../data-sets/data-set.ts'
import type { DataSettings } from '../experiment/experiment.ts'

export type { DataSet, Extent, GeneratedSet, Shape, StoredSet } from '../data-sets/data-set.ts'

/** The same object as long as the settings that matter are the same. */
export function dataSet(data: DataSettings): DataSet {
  return CATALOGUE[data.set].describe(data)
}

/** Whether the set is downloaded when first wanted. */
export function isPacked({ set }: DataSettings): boolean {
  return isPackedKey(set)
}
