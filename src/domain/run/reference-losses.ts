/**
 * The two levels that every curve is compared with: the score of a constant answer, and the loss that no
 * model can beat.
 */

import { networkTargets } from '../data/dataset.ts'
import { dataSet, isPacked } from '../data/registry.ts'
import type { Experiment, Part } from '../experiment/experiment.ts'
import { samplesKey } from '../experiment/identity.ts'
import { outputUnits } from '../network/inputs-outputs.ts'
import { samplesMissing } from '../parsing/cannot-run.ts'
import { RecentlyUsed } from '../recently-used.ts'
import type { Source } from '../table/source.ts'
import { constantScore } from './constant-answer.ts'
import type { Score } from './run.ts'

/** How many levels are cached: as many as runs share a page. */
const REMEMBERED = 64
const known = new RecentlyUsed<{ readonly source: Source | undefined; readonly score: Score }>(REMEMBERED)

/**
 * What the best constant answer, learned on this experiment's training part, scores on `part`. null while the samples
 * are not here, and where it is no number: a class that only `part` has makes cross-entropy infinite.
 */
export function constantLevel(experiment: Experiment, part: Part, source?: Source): Score | null {
  if (samplesMissing(experiment) || (isPacked(experiment.data) && !source)) return null
  const key = [samplesKey(experiment), experiment.loss, part].join()
  let level = known.get(key)
  if (level === undefined || level.source !== source) {
    level = { source, score: scored(experiment, part, source) }
    known.put(key, level)
  }
  return Number.isFinite(level.score.loss) ? level.score : null
}

function scored(experiment: Experiment, part: Part, source: Source | undefined): Score {
  const targets = (of: Part) => networkTargets(experiment, of, source)
  return constantScore(targets('train'), targets(part), {
    classes: dataSet(experiment.data).classes.length,
    outputs: outputUnits(experiment),
    loss: experiment.loss,
  })
}

/**
 * Loss that no model can beat on the validation data, as far as the added noise fixes it: entropy of labels replaced
 * with chance e in all parts; variance of the noise on the numbers to predict. null where it is unknown or 0.
 */
export function noiseFloor({ data, loss }: Experiment): number | null {
  const set = dataSet(data)
  if (set.task === 'regression')
    return set.kind === 'generated' && set.noise === 'target' && data.noise > 0 ? data.noise ** 2 : null
  const e = data.labelNoise
  if (e === 0 || data.labelNoiseIn !== 'all') return null
  const others = set.classes.length - 1
  switch (loss) {
    case 'cross-entropy':
      return -(1 - e) * Math.log(1 - e) - e * Math.log(e / others)
    case 'mse':
      return set.classes.length === 2
        ? e * (1 - e)
        : ((1 - e) * e + e * (1 - e / others)) / set.classes.length
    default:
      return loss satisfies never
  }
}
