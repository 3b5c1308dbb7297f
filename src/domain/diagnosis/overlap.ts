/**
 * The loss that no model can beat where the generator puts different answers at the same place: classes that overlap,
 * numbers whose samples are moved. What the label noise replaces comes on top.
 */
import { freshPlaces } from '../data/fresh-places.ts'
import { dataSet } from '../data/registry.ts'
import { truthOf } from '../data-sets/catalogue.ts'
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
  const truth = truthOf(data.set)
  if (truth === null) return noiseFloor(experiment) ?? 0
  const replaced = data.labelNoiseIn === 'all' ? data.labelNoise : 0
  const key = [data.set, data.noise, replaced, loss].join()
  let floor = known.get(key)
  if (floor === undefined) {
    const { inputs, task } = dataSet(data)
    const at = truth(data.noise)
    const count = PLACES[task]
    const places = freshPlaces(data, count)
    let sum = 0
    for (let i = 0; i < count; i++) {
      const { mean, variance } = at(places[inputs * i]!, places[inputs * i + 1]!)
      const chance = mean * (1 - replaced) + (1 - mean) * replaced
      if (task === 'regression') sum += variance
      else sum += loss === 'mse' ? chance * (1 - chance) : entropy(chance) + entropy(1 - chance)
    }
    floor = sum / count
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
