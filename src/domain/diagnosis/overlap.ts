/**
 * The loss that no model can beat where the generator puts different answers at the same place: classes that overlap,
 * numbers whose samples are moved. What the label noise replaces comes on top.
 */
import { freshPlaces } from '../data/fresh-places.ts'
import { dataSet } from '../data/registry.ts'
import { trueMoments } from '../data/true-moments.ts'
import { truthOf } from '../data-sets/catalogue.ts'
import type { Moments } from '../data-sets/truth.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { RecentlyUsed } from '../recently-used.ts'
import { constantLevel, noiseFloor } from '../run/reference-losses.ts'

/**
 * Places that the loss is a mean over; each costs an integral. Few of them lie where classes overlap a little, so that
 * classes need more for the same two digits, and the integral over numbers costs most.
 */
const PLACES = { classes: 2000, regression: 300 } as const
/** As many levels as runs share a page. */
const REMEMBERED = 64
const known = new RecentlyUsed<number>(REMEMBERED)

/** 0 where nothing is known. */
export function floorOf(experiment: Experiment): number {
  const { data, loss } = experiment
  if (truthOf(data.set) === null) return noiseFloor(experiment) ?? 0
  const key = [data.set, data.noise, data.labelNoiseIn === 'all' ? data.labelNoise : 0, loss].join()
  let floor = known.get(key)
  if (floor === undefined) {
    const { task } = dataSet(data)
    const moments = trueMoments(data, freshPlaces(data, PLACES[task]))!
    const unexplained = ({ mean, variance }: Moments) =>
      task === 'regression' || loss === 'mse' ? variance : entropy(mean) + entropy(1 - mean)
    floor = moments.reduce((sum, at) => sum + unexplained(at), 0) / moments.length
    known.put(key, floor)
  }
  return floor
}

/** A floor that is below this share of the constant answer's loss is as good as none. */
const LEAST = 0.005

/** The loss that no model can beat, and what makes it so; null where there is none to speak of, or none is known. */
export interface LowestLoss {
  readonly loss: number
  /** `noise`: the part of it that replaced labels or noisy targets fix exactly. `overlap`: an estimate, of moved points. */
  readonly because: 'noise' | 'overlap'
}

export function lowestLoss(experiment: Experiment): LowestLoss | null {
  const noise = noiseFloor(experiment)
  if (noise !== null) return { loss: noise, because: 'noise' }
  const loss = floorOf(experiment)
  const constant = constantLevel(experiment, 'train')?.loss ?? Number.POSITIVE_INFINITY
  return loss > LEAST * constant ? { loss, because: 'overlap' } : null
}

const entropy = (chance: number) => (chance > 0 ? -chance * Math.log(chance) : 0)
