/** Where each set comes from: the manifest says it for packed sets, and this file for generated ones. */
import manifest from '../../../public/data/manifest.json' with { type: 'json' }
import { CATALOGUE, isPackedKey, type PackedKey } from '../../domain/data-sets/catalogue.ts'
import type { Reference } from '../../domain/data-sets/entry.ts'
import type { DataSetKey } from '../../domain/experiment/experiment.ts'

interface Missing {
  readonly dropped: number
  readonly of: number
}

interface PackedFile {
  readonly count: number
  readonly source: string
  readonly sourceUrl: string
  readonly licence: string
  readonly licenceUrl: string
  readonly citation: string
  readonly missing?: Missing
}

const files: Readonly<Record<PackedKey, PackedFile>> = manifest

export type Provenance =
  | (Omit<PackedFile, 'missing'> & { readonly kind: 'real'; readonly missing: Missing | null })
  | (Reference & { readonly kind: 'generated' })
  | { readonly kind: 'own' }

export function provenanceOf(set: DataSetKey): Provenance {
  if (isPackedKey(set)) return { kind: 'real', ...files[set], missing: files[set].missing ?? null }
  const entry = CATALOGUE[set]
  return entry.origin === 'own' ? { kind: 'own' } : { kind: 'generated', ...entry.reference }
}
