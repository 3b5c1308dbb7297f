import type { Random } from '../random.ts'

/** One generated sample: its inputs, and its class (0, 1, …) or the number to predict. */
interface Sample {
  readonly inputs: readonly number[]
  readonly target: number
}

/**
 * Sample `index` of a part. `where` and `jitter` are streams in which every sample draws equally often, whatever the
 * noise: the same points come back when only the noise changes. `offset` in [0, 1) is one draw for the whole part.
 */
export type Generator = (
  index: number,
  noise: number,
  where: Random,
  jitter: Random,
  offset: number,
) => Sample
