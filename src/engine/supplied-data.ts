/** The data of experiments, as far as a worker was supplied with what they do not carry themselves. */
import { type Dataset, networkDataset } from '../domain/data/dataset.ts'
import { sourceKey } from '../domain/data/source-key.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import type { Source } from '../domain/table/source.ts'

export class SuppliedData {
  readonly #sources = new Map<string, Source>()

  supply(key: string, source: Source) {
    this.#sources.set(key, source)
  }

  /** undefined where the experiment carries its samples itself; throws where they are missing. */
  source({ data }: Experiment): Source | undefined {
    const key = sourceKey(data)
    if (key === null) return undefined
    const source = this.#sources.get(key)
    if (!source) throw new Error(`${key} was not supplied`)
    return source
  }

  dataset(experiment: Experiment): Dataset {
    return networkDataset(experiment, this.source(experiment))
  }
}
