/** Whole runs of the real loop on the WASM engine, without a worker, and the packed data sets without a page. */
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import manifest from '../../public/data/manifest.json' with { type: 'json' }
import { networkDataset } from '../domain/data/dataset.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { initialWeights, type WeightArray } from '../domain/network/initial-weights.ts'
import type { EpochRow, Start } from '../domain/run/run.ts'
import type { Source } from '../domain/table/source.ts'
import { type Trained, Training } from './training/train.ts'
import { openWasm } from './wasm/engine.ts'

export const wasm = openWasm()

export interface Story {
  readonly start: Start | undefined
  readonly rows: readonly EpochRow[]
  readonly outcome: Trained['outcome']
  readonly best: EpochRow
  readonly last: EpochRow
  /** The flat weights of the last epoch. */
  readonly weights: Float32Array
  /** Those that the run is left with: of its best epoch, if it restores them. */
  readonly kept: Float32Array
}

/** A whole run of the real loop on the WASM engine. */
export async function trained(
  experiment: Experiment,
  source?: Source,
  weights: readonly WeightArray[] = initialWeights(experiment),
): Promise<Story> {
  const { parts } = networkDataset(experiment, source)
  const trainer = wasm.createTrainer({ experiment, weights, parts })
  const rows: EpochRow[] = []
  let start: Start | undefined
  const nothing = () => {}
  const host = {
    now: () => performance.now(),
    yieldToMessages: async () => {},
    rest: async () => {},
    onStart: (measured: Start) => {
      start = measured
    },
    onEpoch: (row: EpochRow) => void rows.push(row),
    onPaused: nothing,
    onRunning: nothing,
    onCheckpoint: nothing,
    onLeft: nothing,
  }
  const options = { from: null, oneEpoch: false, pace: null, chunkFlops: wasm.chunkFlops(experiment) }
  const training = new Training(experiment, { parts }, trainer, host, options)
  const { outcome, last, best } = (await training.run())!
  training.dispose()
  trainer.dispose()
  const kept = (outcome.restored === null ? null : best) ?? last
  return { start, rows, outcome, best: rows[outcome.best - 1]!, last: rows.at(-1)!, weights: last, kept }
}

const unpacked = new Map<string, Source>()

/** A packed set, as the page unpacks it. */
export function packedSource(key: keyof typeof manifest): Source {
  const known = unpacked.get(key)
  if (known) return known
  const { file, count, dtype } = manifest[key]
  const bytes = new Uint8Array(
    inflateRawSync(readFileSync(new URL(`../../public/data/${file}`, import.meta.url))),
  )
  const numbers = dtype === 'uint8' ? bytes : new Float32Array(bytes.buffer)
  const source = { targets: numbers.subarray(0, count), inputs: numbers.subarray(count) }
  unpacked.set(key, source)
  return source
}
