/** The loss of networks beside the one that is looked into, along two directions of its weights. */
import type { Samples } from '../../domain/data/samples.ts'
import { rowsAtOnce } from '../../domain/network/memory.ts'
import type { InspectionOf, SliceSeen } from '../../protocol/inspection.ts'
import type { Inspected } from './inspected.ts'

export function seeSlice(
  { experiment, weights, parts, borrow }: Inspected,
  { directions: [first, second], places, samples }: InspectionOf<'slice'>,
): SliceSeen {
  const train = firstOf(parts().train, samples)
  const { count } = train
  const rows = rowsAtOnce(experiment)
  const losses = new Float64Array(places.length / 2)
  borrow(
    (trainer) => {
      const moved = new Float32Array(weights.length)
      losses.forEach((_, i) => {
        const [a, b] = [places[2 * i]!, places[2 * i + 1]!]
        for (let j = 0; j < moved.length; j++) moved[j] = weights[j]! + a * first[j]! + b * second[j]!
        const snapshot = trainer.adopt(moved)
        trainer.restore(snapshot)
        snapshot.dispose()
        for (let from = 0; from < count; from += rows)
          trainer.measure('train', from, Math.min(from + rows, count))
        losses[i] = trainer.report().train.loss / count
      })
    },
    { experiment, parts: { train } },
  )
  return { kind: 'slice', losses }
}

function firstOf({ count: all, inputs, targets, flipped }: Samples, most: number): Samples {
  const count = Math.min(all, most)
  const share = <T extends Float32Array | Uint8Array>(of: T) => of.subarray(0, (of.length / all) * count) as T
  return { count, inputs: share(inputs), targets: share(targets), flipped: share(flipped) }
}
