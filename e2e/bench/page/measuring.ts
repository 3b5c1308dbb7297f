/**
 * (e) What measuring for the verdict costs: the product's worker beside the same worker without probes, which never
 * watches an update and never looks for inactive units. Both compute losses, their spread and gradients.
 */
import { WorkerClient } from '../../../src/client/client.ts'
import type { EngineClient } from '../../../src/client/engine-client.ts'
import type { EngineName } from '../../../src/domain/run/engines.ts'
import { compare } from './compare.ts'
import type { Work } from './contestant.ts'
import { Ours } from './ours.ts'
import { planeExperiment } from './works.ts'

const ROUNDS = 15
const TARGET = 400

const createBareClient = () =>
  new WorkerClient(() => new Worker(new URL('./bare-engine.ts', import.meta.url), { type: 'module' }))

export interface Cost {
  readonly name: string
  /** By round: ms with measuring over ms without. */
  readonly ratios: readonly number[]
}

const CASES: readonly (readonly [EngineName, number])[] = [
  ['wasm', 10],
  ['wasm', 250],
  ['cpu', 10],
  ['cpu', 250],
]

export async function measuring(client: EngineClient): Promise<readonly Cost[]> {
  const bare = createBareClient()
  const costs: Cost[] = []
  for (const [engine, batchSize] of CASES) {
    const work: Work = {
      experiment: planeExperiment(batchSize),
      source: null,
      frozenTrainingLoss: false,
    }
    const ours = new Ours(client, engine)
    const entries = [
      { contestant: ours, work, like: null, target: TARGET },
      { contestant: new Ours(bare, engine, ', nothing measured'), work, like: ours.name, target: TARGET },
    ]
    const { results } = await compare(entries, { rounds: ROUNDS, first: 2 * batchSize, guessing: Math.LN2 })
    const [measured, unmeasured] = results
    if (JSON.stringify(measured!.losses) !== JSON.stringify(unmeasured!.losses))
      throw new Error('measuring changed what was trained')
    costs.push({
      name: `${engine}, batch ${batchSize}`,
      ratios: measured!.times.map((ms, i) => ms / unmeasured!.times[i]!),
    })
  }
  return costs
}
