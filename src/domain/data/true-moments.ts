import { truthOf } from '../data-sets/catalogue.ts'
import type { Moments } from '../data-sets/truth.ts'
import type { DataSettings } from '../experiment/experiment.ts'
import { dataSet } from './registry.ts'

/**
 * The moments of the target at places, whose inputs follow one another: of a class whether it is 1, with the labels that are
 * replaced in new samples too. null where nobody knows what the samples of a set make true.
 */
export function trueMoments(data: DataSettings, places: ArrayLike<number>): readonly Moments[] | null {
  const truth = truthOf(data.set)
  if (truth === null) return null
  const { inputs, task } = dataSet(data)
  const at = truth(data.noise)
  const flipped = task === 'classes' && data.labelNoiseIn === 'all' ? data.labelNoise : 0
  return Array.from({ length: places.length / inputs }, (_, i) => {
    const [x, y] = [places[i * inputs]!, inputs > 1 ? places[i * inputs + 1]! : 0]
    const moments = at(x, y)
    if (flipped === 0) return moments
    const mean = moments.mean + flipped * (1 - 2 * moments.mean)
    return { mean, variance: mean * (1 - mean) }
  })
}
