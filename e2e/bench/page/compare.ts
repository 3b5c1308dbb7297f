/**
 * Measures contestants against each other. First each trains the same few epochs from the same weights, which warms it
 * up and shows by its losses that it really learns. Then come rounds, in each of which every contestant trains once, in
 * turn, so that a machine that grows slower or busier does so for all of them.
 */
import type { Contestant, Losses, Work } from './contestant.ts'

/** How far losses after the same epochs may differ, as a share: through rounding, or another order of the samples. */
const ROUNDING = 0.02
const REORDERED = 0.3
/** A training loss above this share of the loss of guessing is no learning. */
const LEARNT = 0.9

export interface Entry {
  readonly contestant: Contestant
  readonly work: Work
  /** The name of a contestant with the same optimizer, whose losses it must reach; null where there is none. */
  readonly like: string | null
  /** Whether it shuffles in its own way; the others take the samples in the product's order. */
  readonly ownOrder?: boolean
  /** The intended duration of a round, in ms. */
  readonly target: number
  /** Whether it is too slow for rounds, so that the first epochs are its only measurement. */
  readonly once?: boolean
}

interface Result {
  readonly name: string
  readonly device: string | null
  /** The losses after the first epochs. */
  readonly losses: Losses
  readonly epochsARound: number
  /** The ms for an epoch, one value for each round. */
  readonly times: readonly number[]
}

export interface Comparison {
  readonly results: readonly Result[]
  /** The contestants that could not take part, and why. */
  readonly absent: readonly { readonly name: string; readonly reason: string }[]
}

export interface Plan {
  readonly rounds: number
  /** The number of epochs with which everyone begins. */
  readonly first: number
  /** The loss of guessing each class by its share. */
  readonly guessing: number
}

type Runner = Entry & { readonly losses: Losses; readonly k: number; readonly times: number[] }

export async function compare(entries: readonly Entry[], plan: Plan): Promise<Comparison> {
  const runners: Runner[] = []
  const absent: { name: string; reason: string }[] = []
  for (const entry of entries) {
    const { name } = entry.contestant
    try {
      runners.push(await warmedUp(entry, plan))
    } catch (error) {
      absent.push({ name, reason: error instanceof Error ? error.message : String(error) })
      console.info(`${name}: ${absent.at(-1)!.reason}`)
    }
  }
  expectLearning(runners, plan)
  for (let round = 0; round < plan.rounds; round++) {
    for (const { contestant, k, times, once } of turned(runners, round)) {
      if (once) continue
      const { ms } = await contestant.epochs(k)
      times.push(ms / k)
    }
    if ((round + 1) % Math.ceil(plan.rounds / 15) === 0) console.info(`round ${round + 1} of ${plan.rounds}`)
  }
  const results = runners.map(({ contestant, losses, k, times }) => {
    contestant.dispose()
    return { name: contestant.name, device: contestant.device, losses, epochsARound: k, times }
  })
  return { results, absent }
}

async function warmedUp(entry: Entry, { first }: Plan): Promise<Runner> {
  const { contestant, work, target, once } = entry
  await contestant.prepare(work)
  const { ms, ...losses } = await contestant.epochs(first)
  const times = once ? [ms / first] : []
  const k = once ? first : await epochsFor(contestant, target, first, ms)
  console.info(
    `${contestant.name}: training loss ${losses.train.toFixed(4)} after ${first}, ${k} epochs a round`,
  )
  return { ...entry, losses, k, times }
}

/** The number of epochs that take about `target` ms, found by ever longer tries, because the first epochs compile. */
async function epochsFor(
  contestant: Contestant,
  target: number,
  first: number,
  took: number,
): Promise<number> {
  let k = first
  let ms = took
  while (ms < target / 2) {
    k = Math.ceil(k * Math.min(20, target / ms))
    ;({ ms } = await contestant.epochs(k))
  }
  return Math.max(1, Math.round((k * target) / ms))
}

function expectLearning(runners: readonly Runner[], { guessing }: Plan) {
  for (const { contestant, work, losses, like, ownOrder } of runners) {
    const { name } = contestant
    if (!(losses.train < LEARNT * guessing))
      throw new Error(`${name} does not learn: training loss ${losses.train}, guessing ${guessing}`)
    const other = runners.find((runner) => runner.contestant.name === like)
    if (!other) continue
    const parts = ownOrder ? [measuredAlike(work)] : (['train', 'validation'] as const)
    const tolerance = ownOrder ? REORDERED : ROUNDING
    for (const part of parts)
      if (Math.abs(losses[part] - other.losses[part]) > tolerance * other.losses[part])
        throw new Error(
          `${name} learns otherwise: ${part} loss ${losses[part]}, ${like} ${other.losses[part]}`,
        )
  }
}

/**
 * The part whose loss every contestant reports for the weights at the end of an epoch; where both are, the larger part.
 */
function measuredAlike({ frozenTrainingLoss }: Work): keyof Losses {
  return frozenTrainingLoss ? 'train' : 'validation'
}

/** Rotates the order, so that nobody always follows the same contestant on a warm processor. */
function turned<T>(list: readonly T[], by: number): readonly T[] {
  const at = by % Math.max(1, list.length)
  return [...list.slice(at), ...list.slice(0, at)]
}
