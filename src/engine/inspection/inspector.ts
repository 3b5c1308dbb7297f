/** Looks into networks on behalf of views: of a run in progress, or of given weights. */
import type { Dataset } from '../../domain/data/dataset.ts'
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { flatWeights, namedWeights, type WeightArray } from '../../domain/network/initial-weights.ts'
import { multiplications } from '../../domain/network/network.ts'
import type { Source } from '../../domain/table/source.ts'
import type { Inspection, Seen } from '../../protocol/inspection.ts'
import type { Engine } from '../training/engine.ts'
import { lend } from '../training/lend.ts'
import type { Trainer } from '../training/trainer.ts'
import { EncodedData } from './encoded-data.ts'
import { inspect } from './inspect.ts'
import type { Inspected } from './inspected.ts'

/** What a worker knows of the data of experiments. */
interface Data {
  source(experiment: Experiment): Source | undefined
  dataset(experiment: Experiment): Dataset
}

export class Inspector {
  readonly #engine: Engine
  readonly #data: Data
  readonly #encoded = new EncodedData()

  constructor(engine: Engine, data: Data) {
    this.#engine = engine
    this.#data = data
  }

  /** The trainer of the run stays as it is; the answer takes no longer than a chunk of its training. */
  ofRun(experiment: Experiment, trainer: Trainer, what: Inspection): Seen {
    const snapshot = trainer.snapshot()
    const weights = trainer.read(snapshot)
    snapshot.dispose()
    const flops = this.#engine.chunkFlops(experiment)
    const most = Math.max(1, Math.floor(flops / (2 * multiplications(experiment))))
    return inspect(this.#inspected(experiment, weights, most), what)
  }

  ofWeights(experiment: Experiment, weights: readonly WeightArray[], what: Inspection): Seen {
    return inspect(this.#inspected(experiment, flatWeights(weights), Number.POSITIVE_INFINITY), what)
  }

  #inspected(experiment: Experiment, flat: Float32Array, most: number): Inspected {
    return {
      experiment,
      source: this.#data.source(experiment),
      weights: flat,
      most,
      parts: () => this.#encoded.of(experiment, () => this.#data.dataset(experiment)).parts,
      borrow: (use, more = {}) => {
        const lentTo = more.experiment ?? experiment
        const weights = namedWeights(lentTo, more.weights ?? flat)
        return lend(this.#engine, { experiment: lentTo, weights, parts: more.parts ?? {} }, use)
      },
    }
  }
}
