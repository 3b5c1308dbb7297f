/** Where each set comes from: the manifest says it for packed sets, and this file for generated ones. */
import manifest from '../../../public/data/manifest.json' with { type: 'json' }
import type { DataSetKey } from '../../domain/experiment/experiment.ts'

type Packed = keyof typeof manifest
type Generated = Exclude<DataSetKey, Packed | 'drawn' | 'rows'>

interface Reference {
  readonly name: string
  readonly url: string
  readonly citation: string
}

const playground: Reference = {
  name: 'TensorFlow Playground',
  url: 'https://github.com/tensorflow/playground',
  citation:
    'D. Smilkov, S. Carter, D. Sculley, F. B. Viégas and M. Wattenberg, “Direct-manipulation visualization of deep networks”, arXiv:1708.03788, 2017',
}
const memory: Reference = {
  name: 'Hochreiter & Schmidhuber 1997',
  url: 'https://doi.org/10.1162/neco.1997.9.8.1735',
  citation:
    'S. Hochreiter and J. Schmidhuber, “Long short-term memory”, Neural Computation 9(8), 1735–1780, 1997',
}

const references: Record<Generated, Reference> = {
  circle: playground,
  xor: playground,
  gauss: playground,
  spiral: playground,
  plane: playground,
  bumps: playground,
  moons: {
    name: 'scikit-learn, make_moons',
    url: 'https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_moons.html',
    citation:
      'F. Pedregosa et al., “Scikit-learn: machine learning in Python”, Journal of Machine Learning Research 12, 2825–2830, 2011',
  },
  sine: {
    name: 'Bishop 2006, ch. 1',
    url: 'https://www.microsoft.com/en-us/research/publication/pattern-recognition-machine-learning/',
    citation: 'C. M. Bishop, “Pattern recognition and machine learning”, ch. 1, Springer, 2006',
  },
  'sparse-linear': {
    name: 'Tibshirani 1996',
    url: 'https://doi.org/10.1111/j.2517-6161.1996.tb02080.x',
    citation:
      'R. Tibshirani, “Regression shrinkage and selection via the lasso”, Journal of the Royal Statistical Society B 58(1), 267–288, 1996',
  },
  'first-token': memory,
  adding: memory,
}

export type Provenance =
  | {
      readonly kind: 'real'
      readonly count: number
      readonly source: string
      readonly sourceUrl: string
      readonly licence: string
      readonly licenceUrl: string
      readonly citation: string
      readonly missing: { readonly dropped: number; readonly of: number } | null
    }
  | ({ readonly kind: 'generated' } & Reference)
  | { readonly kind: 'own' }

export function provenanceOf(set: DataSetKey): Provenance {
  if (set === 'drawn' || set === 'rows') return { kind: 'own' }
  if (!isPackedKey(set)) return { kind: 'generated', ...references[set] }
  const entry = manifest[set]
  return { kind: 'real', ...entry, missing: 'missing' in entry ? entry.missing : null }
}

const isPackedKey = (set: DataSetKey): set is Packed => set in manifest
