/** The data that views ask about again and again, encoded: images take longer to encode than to predict. */
import type { Dataset } from '../../domain/data/dataset.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { samplesKey } from '../../domain/experiment/identity.ts'
import { RecentlyUsed } from '../../domain/recently-used.ts'

/** Runs side by side may differ in their data. */
const KEPT = 2

export class EncodedData {
  readonly #kept = new RecentlyUsed<Dataset>(KEPT)

  /** `encode` is called where the data are not at hand. */
  of(experiment: Experiment, encode: () => Dataset): Dataset {
    const key = samplesKey(experiment)
    const found = this.#kept.get(key) ?? encode()
    this.#kept.put(key, found)
    return found
  }
}
