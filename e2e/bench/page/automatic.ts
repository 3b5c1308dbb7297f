/**
 * What happens where nobody names an engine, in a page that has measured nothing: which engines train the run, how many
 * of its epochs the slower one trains, and whether it ends on the quicker one.
 */
import type { Experiment } from '../../../src/domain/experiment/experiment.ts'
import type { EngineName } from '../../../src/domain/run/engines.ts'
import { type TrainedBy, takenOver } from '../../../src/domain/run/trained-by.ts'
import { chosen, supply } from './engines.ts'
import { createClient, withEpochs } from './ours.ts'

/** A run has at most so many epochs, and ends after so many ms. */
const [EPOCHS, LONGEST] = [400, 8000]

export interface AutomaticRun {
  readonly network: string
  readonly moves: readonly { readonly from: EngineName; readonly to: EngineName; readonly after: number }[]
  readonly last: EngineName
  readonly epochs: number
  /** ms from the start to the first epoch, and to the first epoch on the last engine. */
  readonly first: number
  readonly settled: number
}

export async function automaticRuns(only: string | null): Promise<AutomaticRun[]> {
  const runs: AutomaticRun[] = []
  for (const [network, experiment] of chosen(only)) {
    runs.push({ network, ...(await automatic(experiment)) })
    const { last, moves, first, settled, epochs } = runs.at(-1)!
    const by = [...moves.map(({ from, after }) => `${from} to epoch ${after}`), last].join(', ')
    console.info(
      `${network}: ${epochs} epochs, ${by}; first after ${first.toFixed(0)} ms, settled after ${settled.toFixed(0)}`,
    )
  }
  return runs
}

async function automatic(experiment: Experiment): Promise<Omit<AutomaticRun, 'network'>> {
  const client = createClient()
  await supply(client, experiment)
  let by: TrainedBy = { engine: null }
  let [epochs, first, settled, waits] = [0, 0, 0, true]
  const from = performance.now()
  await new Promise<void>((resolve, reject) => {
    client.listen((event) => {
      if (event.type === 'placed') {
        by = takenOver(by, event)
        waits = true
      } else if (event.type === 'epochs') {
        epochs = event.rows.at(-1)!.epoch
        if (waits) settled = performance.now() - from
        first ||= settled
        waits = false
      } else if (event.type === 'finished') resolve()
      else if (event.type === 'failed') reject(new Error(event.message))
    })
    client.start('automatic', withEpochs(experiment, EPOCHS))
    setTimeout(() => client.stop('automatic'), LONGEST)
  })
  const { engine, earlier = [] } = by
  const moves = earlier.map(({ engine: { name }, until }, i) => ({
    from: name,
    to: (earlier[i + 1]?.engine ?? engine!).name,
    after: until,
  }))
  return { moves, last: engine!.name, epochs, first, settled }
}
