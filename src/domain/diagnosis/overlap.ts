/**
 * The loss that no model can beat where the generator puts different answers at the same place: classes that overlap,
 * numbers whose samples are moved. What the label noise replaces comes on top.
 */
import { freshPlaces } from '../data/fresh-places.ts'
import { dataSet } from '../data/registry.ts'
import { truthOf } from '../data-sets/catalogue.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { noiseFloor } from '../run/reference-losses.ts'

/** Places that the loss is a mean over; each costs an integral. */
const PLACES = 300
/** As many levels as runs share a page. */
const REMEMBERED = 64
const known = new Map<string, number>()

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
    const places = freshPlaces(data, PLACES)
    let sum = 0
    for (let i = 0; i < PLACES; i++) {
      const { mean, variance } = at(places[inputs * i]!, places[inputs * i + 1]!)
      const chance = mean * (1 - replaced) + (1 - mean) * replaced
      if (task === 'regression') sum += variance
      else sum += loss === 'mse' ? chance * (1 - chance) : entropy(chance) + entropy(1 - chance)
    }
    floor = sum / PLACES
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value!)
    known.set(key, floor)
  }
  return floor
}

const entropy = (chance: number) => (chance > 0 ? -chance * Math.log(chance) : 0)
