/**
 * Every data set there is, one entry each, in the order that lists have. A new set is an entry in one of the files
 * below: its key, its place in the list, its provenance, its samples and what they make true are all read from there, and the compiler names
 * what else it needs: its lines in exported programs, and its texts. Keys are saved and shared: none is ever renamed.
 */
import { drawnPoints } from './drawn-points.ts'
import type { GeneratedEntry, OwnEntry, PackedEntry, SetGroup } from './entry.ts'
import { imageSets } from './images.ts'
import { planeClasses } from './plane-classes.ts'
import { planeCurves } from './plane-curves.ts'
import { regressions } from './regressions.ts'
import { sequenceSets } from './sequences.ts'
import { tableSets } from './tables.ts'
import type { Truth } from './truth.ts'

export const CATALOGUE = {
  ...planeClasses,
  ...planeCurves,
  ...drawnPoints,
  ...regressions,
  ...imageSets,
  ...tableSets,
  ...sequenceSets,
} satisfies Record<string, GeneratedEntry | PackedEntry | OwnEntry>

type Catalogue = typeof CATALOGUE
type KeyOf<Entry> = {
  [Key in keyof Catalogue]: Catalogue[Key] extends Entry ? Key : never
}[keyof Catalogue]

export type DataSetKey = keyof Catalogue
export type GeneratedKey = KeyOf<GeneratedEntry>
export type PackedKey = KeyOf<PackedEntry>
/** Sets of samples that are there. */
export type StoredKey = Exclude<DataSetKey, GeneratedKey>

export const DATA_SETS = Object.keys(CATALOGUE) as readonly DataSetKey[]

export const isGenerated = (set: DataSetKey): set is GeneratedKey => CATALOGUE[set].origin === 'generated'
export const isPackedKey = (set: DataSetKey): set is PackedKey => CATALOGUE[set].origin === 'packed'

/** What the samples of a set make true; null where that is not known, or where no line or plane shows it. */
export function truthOf(set: DataSetKey): Truth | null {
  const entry: GeneratedEntry | PackedEntry | OwnEntry = CATALOGUE[set]
  return entry.origin === 'generated' ? entry.truth : null
}

const setsOf = (group: SetGroup) => DATA_SETS.filter((set) => CATALOGUE[set].group === group)

/** The list of sets under its headings, both in their order. */
export const SETS_BY_GROUP: Readonly<Record<SetGroup, readonly DataSetKey[]>> = {
  plane: setsOf('plane'),
  regression: setsOf('regression'),
  images: setsOf('images'),
  tables: setsOf('tables'),
  sequences: setsOf('sequences'),
  own: setsOf('own'),
}
