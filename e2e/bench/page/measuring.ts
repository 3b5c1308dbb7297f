/**
 * (e) What measuring for the verdict costs, and what keeping past epochs does: the product's worker beside the same worker
 * without (../leaner-workers.mjs). All of them compute losses, their spread and gradients.
 */
import { WorkerClient } from '../../../src/client/client.ts'
import { median } from '../../../src/domain/numbers/median.ts'
import { compare } from './compare.ts'
import type { Work } from './contestant.ts'
import { Ours, spawnEngine } from './ours.ts'
import { planeExperiment } from './works.ts'

/** Workers without the thing whose cost is measured; without nothing, to show what the method itself gives. */
const LEANER = {
  nothing: spawnEngine,
  probes: () => new Worker(new URL('./engine-without-probes.ts', import.meta.url), { type: 'module' }),
  keeper: () => new Worker(new URL('./engine-without-keeper.ts', import.meta.url), { type: 'module' }),
} as const

export interface Cost {
  readonly name: string
  readonly of: keyof typeof LEANER
  /** Of each pair of workers, the median over its rounds: ms with it over ms without. */
  readonly ratios: readonly number[]
}

/**
 * How a worker's code is compiled and where its memory lies differ each time it starts, by as much as is measured here:
 * every pair of workers is one observation, and there are many pairs of few rounds.
 */
const PAIRS = 12

/** A round has hundreds of epochs, as runs have, since the first of them are measured more fully. */
const CASES = [
  { of: 'nothing', engine: 'wasm', batchSize: 10, target: 60, rounds: 12 },
  { of: 'nothing', engine: 'wasm', batchSize: 250, target: 60, rounds: 12 },
  { of: 'probes', engine: 'wasm', batchSize: 10, target: 60, rounds: 12 },
  { of: 'probes', engine: 'wasm', batchSize: 250, target: 60, rounds: 12 },
  { of: 'probes', engine: 'cpu', batchSize: 10, target: 2000, rounds: 3 },
  { of: 'probes', engine: 'cpu', batchSize: 250, target: 1000, rounds: 3 },
  { of: 'keeper', engine: 'wasm', batchSize: 10, target: 60, rounds: 12 },
  { of: 'keeper', engine: 'wasm', batchSize: 250, target: 60, rounds: 12 },
] as const

export async function measuring(): Promise<readonly Cost[]> {
  const costs: Cost[] = []
  for (const { of, engine, batchSize, target, rounds } of CASES) {
    const work: Work = { experiment: planeExperiment(batchSize), source: null, frozenTrainingLoss: false }
    const ratios: number[] = []
    for (let pair = 0; pair < PAIRS; pair++) {
      const [whole, without] = [fresh(spawnEngine), fresh(LEANER[of])]
      const ours = new Ours(whole.client, engine)
      const leaner = new Ours(without.client, engine, `, no ${of}`)
      const entries = [
        { contestant: ours, work, like: null, target },
        { contestant: leaner, work, like: ours.name, target },
      ]
      // Whoever starts first is the other one in every other pair.
      const { results } = await compare(pair % 2 === 0 ? entries : entries.toReversed(), {
        rounds,
        first: 2 * batchSize,
        guessing: Math.LN2,
      })
      const [a, b] = pair % 2 === 0 ? results : results.toReversed()
      if (JSON.stringify(a!.losses) !== JSON.stringify(b!.losses))
        throw new Error(`the ${of} changed what was trained`)
      ratios.push(median(a!.times.map((ms, i) => ms / b!.times[i]!)))
      whole.end()
      without.end()
    }
    costs.push({ of, name: `${engine}, batch ${batchSize}`, ratios })
  }
  return costs
}

/** A client whose workers are its own, and can be ended. */
function fresh(spawn: () => Worker) {
  const workers: Worker[] = []
  const client = new WorkerClient(() => {
    const worker = spawn()
    workers.push(worker)
    return worker
  })
  const end = () => {
    for (const worker of workers) worker.terminate()
  }
  return { client, end }
}
