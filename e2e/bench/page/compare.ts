/**
 * Contestants against each other. First each trains the same few epochs from the same weights: that warms it up, and its
 * losses show that it really learns. Then rounds: in each, every contestant trains once, in turn, so that a machine that
 * grows slower or busier does so for all of them.
 */
import type { Contestant, Losses, Work } from './contestant.ts'

/** How far losses after the same epochs may lie apart, as a share: by rounding, or by another order of the samples. */
const ROUNDING = 0.02
const REORDERED = 0.3
/** A training loss above this share of what guessing gets is no learning. */
const LEARNT = 0.9

export interface Entry {
  readonly contestant: Contestant
  readonly work: Work
  /** The name of one with the same optimizer, whose losses it must reach; null where none has it. */
  readonly like: string | null
  /** It shuffles as it likes; the others take the samples in the product's order. */
  readonly ownOrder?: boolean
  /** How long a round should take, in ms. */
  readonly target: number
  /** Too slow for rounds: the first epochs are its only measurement. */
  readonly once?: boolean
}

interface Result {
  readonly name: string
  readonly device: string | null
  /** After the first epochs. */
  readonly losses: Losses
  readonly epochsARound: number
  /** ms an epoch, one of each round. */
  readonly times: readonly number[]
}

export interface Comparison {
  readonly results: readonly Result[]
  /** Who could not take part, and why. */
  readonly absent: readonly { readonly name: string; readonly reason: string }[]
}

export interface Plan {
  readonly rounds: number
  /** Epochs everyone begins with. */
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
    console.info(`round ${round + 1} of ${plan.rounds}`)
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

/** How many epochs take about `target` ms, from ever longer tries: the first epochs compile. */
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

/** The part whose loss is of the weights an epoch ends with, whoever tells it; the larger one where both are. */
function measuredAlike({ frozenTrainingLoss }: Work): keyof Losses {
  return frozenTrainingLoss ? 'train' : 'validation'
}

/** Nobody always comes after the same one's heat. */
function turned<T>(list: readonly T[], by: number): readonly T[] {
  const at = by % Math.max(1, list.length)
  return [...list.slice(at), ...list.slice(0, at)]
}
