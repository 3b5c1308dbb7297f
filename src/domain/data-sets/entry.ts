/** An entry of the catalogue of data sets: what the set is, where it comes from, and where it stands in lists. */
import type { TableInfo } from '../table/table.ts'
import type { DataSet, GeneratedSet, StoredSet } from './data-set.ts'
import type { Truth } from './truth.ts'

/** Under which heading a set stands in the list. */
export type SetGroup = 'plane' | 'regression' | 'images' | 'tables' | 'sequences' | 'own'

/** A publication or page that a generated set's geometry follows. */
export interface Reference {
  readonly name: string
  readonly url: string
  readonly citation: string
}

/** The settings of an experiment that decide what some sets are. */
export interface SetSettings {
  readonly length: number
  readonly points?: readonly unknown[] | undefined
  readonly rows?: TableInfo | undefined
}

interface Entry<Described extends DataSet> {
  readonly group: SetGroup
  /** The same object as long as the settings that the set depends on are the same. */
  readonly describe: (settings: SetSettings) => Described
}

export interface GeneratedEntry extends Entry<GeneratedSet> {
  readonly origin: 'generated'
  readonly reference: Reference
  /** What its generator makes true; null where no line or plane shows it. */
  readonly truth: Truth | null
}

/** A file of the page's, whose provenance its manifest tells (`public/data/manifest.json`). */
export interface PackedEntry extends Entry<StoredSet> {
  readonly origin: 'packed'
}

/** What a person drew or read in. */
export interface OwnEntry extends Entry<StoredSet> {
  readonly origin: 'own'
}

/** Describes a set that does not depend on the settings. */
export const always =
  <Described extends DataSet>(set: Described) =>
  () =>
    set

/** Describes a set that depends on some settings; the description is made anew only when these change. */
export function dependingOn<Key, Described extends DataSet>(
  keyOf: (settings: SetSettings) => Key,
  make: (settings: SetSettings) => Described,
): (settings: SetSettings) => Described {
  let latest: { readonly key: Key; readonly set: Described } | undefined
  return (settings) => {
    const key = keyOf(settings)
    if (latest === undefined || latest.key !== key) latest = { key, set: make(settings) }
    return latest.set
  }
}

/** A set of sequences as long as the settings ask for. */
export const byLength = <Described extends DataSet>(make: (length: number) => Described) =>
  dependingOn(
    ({ length }) => length,
    ({ length }) => make(length),
  )
