/** What the sets of TensorFlow Playground share: its geometry and noise (its src/dataset.ts). */
import type { Reference } from './entry.ts'

export const PLAYGROUND: Reference = {
  name: 'TensorFlow Playground',
  url: 'https://github.com/tensorflow/playground',
  citation:
    'D. Smilkov, S. Carter, D. Sculley, F. B. Viégas and M. Wattenberg, “Direct-manipulation visualization of deep networks”, arXiv:1708.03788, 2017',
}

/** Half the side of the square that its sets are drawn in. */
export const REACH = 6

/** Radius of the disc that its points of two classes fill. */
export const RADIUS = 5

/** Uniform in [−1, 1). */
export const symmetric = (random: { uniform(): number }) => 2 * random.uniform() - 1
