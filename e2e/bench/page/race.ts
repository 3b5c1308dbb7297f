/** (c) Five optimizers started together, against the same runs one after another. */
import type { EngineClient } from '../../../src/client/engine-client.ts'
import { train, withEpochs } from './ours.ts'
import { planeExperiment } from './works.ts'

const KINDS = ['sgd', 'momentum', 'adagrad', 'rmsprop', 'adam'] as const
const ENGINE = 'wasm'
const ROUNDS = 5
/** The least duration of a run alone, in ms. */
const ALONE = 1500

export interface Race {
  readonly engine: string
  readonly epochs: number
  /** min(5, processors): what five runs can at best be spread over. */
  readonly lanes: number
  /** The ms from start to end: the mean of the five alone, and all five together; one value for each round. */
  readonly alone: readonly number[]
  readonly together: readonly number[]
}

export async function race(client: EngineClient): Promise<Race> {
  const experiments = KINDS.map((kind) => planeExperiment(10, { kind }))
  const timed = async (indices: readonly number[]) => {
    const from = performance.now()
    await Promise.all(indices.map((i) => train(client, ENGINE, withEpochs(experiments[i]!, epochs))))
    return performance.now() - from
  }
  let epochs = 20
  // The quicker of two runs counts: in the first the compiler may still work, or the machine may be busy.
  const quick = async () => Math.min(await timed([0]), await timed([0]))
  for (let ms = await quick(); ms < ALONE; ms = await quick())
    epochs = Math.ceil(epochs * Math.min(20, (1.2 * ALONE) / ms))
  const everyone = KINDS.map((_, i) => i)
  // The workers that the client starts for many runs at once are started before the clock.
  await timed(everyone)
  const alone: number[] = []
  const together: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    let sum = 0
    for (const i of everyone) sum += await timed([i])
    alone.push(sum / KINDS.length)
    together.push(await timed(everyone))
    console.info(`race, round ${round + 1} of ${ROUNDS}: ${alone.at(-1)} alone, ${together.at(-1)} together`)
  }
  return {
    engine: ENGINE,
    epochs,
    lanes: Math.min(KINDS.length, navigator.hardwareConcurrency),
    alone,
    together,
  }
}
