/**
 * (e) What measuring for the verdict costs, and what keeping past epochs does: the product's worker beside the same worker
 * without (../leaner-workers.mjs). All of them compute losses, their spread and gradients.
 */
import { WorkerClient } from '../../../src/client/client.ts'
import type { EngineClient } from '../../../src/client/engine-client.ts'
import { compare } from './compare.ts'
import type { Work } from './contestant.ts'
import { Ours } from './ours.ts'
import { planeExperiment } from './works.ts'

/** Workers without the thing whose cost is measured. */
const LEANER = {
  probes: () => new Worker(new URL('./engine-without-probes.ts', import.meta.url), { type: 'module' }),
  keeper: () => new Worker(new URL('./engine-without-keeper.ts', import.meta.url), { type: 'module' }),
} as const

export interface Cost {
  readonly name: string
  readonly of: keyof typeof LEANER
  /** By round: ms with it over ms without. */
  readonly ratios: readonly number[]
}

/**
 * A round is long enough for hundreds of epochs, since the first sixteen are measured more fully, and else short: a machine
 * that is busy for a moment spoils few of many rounds.
 */
const CASES = [
  { of: 'probes', engine: 'wasm', batchSize: 10, target: 60, rounds: 200 },
  { of: 'probes', engine: 'wasm', batchSize: 250, target: 60, rounds: 200 },
  { of: 'probes', engine: 'cpu', batchSize: 10, target: 600, rounds: 60 },
  { of: 'probes', engine: 'cpu', batchSize: 250, target: 300, rounds: 60 },
  { of: 'keeper', engine: 'wasm', batchSize: 10, target: 60, rounds: 200 },
  { of: 'keeper', engine: 'wasm', batchSize: 250, target: 60, rounds: 200 },
] as const

export async function measuring(client: EngineClient): Promise<readonly Cost[]> {
  const clients = { probes: new WorkerClient(LEANER.probes), keeper: new WorkerClient(LEANER.keeper) }
  const costs: Cost[] = []
  for (const { of, engine, batchSize, target, rounds } of CASES) {
    const work: Work = {
      experiment: planeExperiment(batchSize),
      source: null,
      frozenTrainingLoss: false,
    }
    const ours = new Ours(client, engine)
    const entries = [
      { contestant: ours, work, like: null, target },
      { contestant: new Ours(clients[of], engine, `, no ${of}`), work, like: ours.name, target },
    ]
    const { results } = await compare(entries, { rounds, first: 2 * batchSize, guessing: Math.LN2 })
    const [whole, without] = results
    if (JSON.stringify(whole!.losses) !== JSON.stringify(without!.losses))
      throw new Error(`the ${of} changed what was trained`)
    costs.push({
      of,
      name: `${engine}, batch ${batchSize}`,
      ratios: whole!.times.map((ms, i) => ms / without!.times[i]!),
    })
  }
  return costs
}
