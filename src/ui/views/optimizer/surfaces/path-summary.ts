import { loss, whole } from '../../../../text/format.ts'
import type { AllMessages } from '../../../../text/messages.ts'
import type { ShownTrail } from './shown-trail.ts'

/** In one sentence or two: who is lowest and who is highest after a step, and who has left the numbers. */
export function pathSummary(
  trails: readonly ShownTrail[],
  step: number,
  { paths: { summary } }: AllMessages,
): string {
  if (trails.length === 0) return summary.none
  const here = trails
    .filter(({ path }) => step <= path.last)
    .map(({ name, path }) => ({ name, loss: path.losses[step]! }))
    .sort((a, b) => a.loss - b.loss)
  const gone = trails.filter(({ path }) => step > path.last).map(({ name }) => summary.diverged(name))
  const [best, worst] = [here[0], here.at(-1)]
  const sentences = [
    ...(best && worst === best ? [summary.one(whole(step), best.name, loss(best.loss))] : []),
    ...(best && worst && worst !== best
      ? [summary.best(whole(step), best.name, loss(best.loss), worst.name, loss(worst.loss))]
      : []),
    ...gone,
  ]
  return sentences.join(' ')
}
