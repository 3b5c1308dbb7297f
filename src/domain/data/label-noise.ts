/** Label noise: a share of the labels replaced by another class. */
import type { DataSettings, Part } from '../experiment/experiment.ts'
import { permutation, stream } from '../random.ts'
import type { RawSamples } from './samples.ts'

/** Labels are replaced in blocks of this many samples, so that the share is exact in every whole block. */
const BLOCK = 20

export function withLabelNoise(
  samples: Omit<RawSamples, 'flipped'>,
  classes: number,
  data: DataSettings,
  part: Part,
  seed: number,
): RawSamples {
  const flipped = new Uint8Array(samples.count)
  const applies = classes > 1 && (data.labelNoiseIn === 'all' || part === 'train')
  if (!applies || data.labelNoise === 0) return { ...samples, flipped }
  const random = stream(seed, data.set, part, 'label')
  const targets = samples.targets.slice()
  for (let start = 0; start < samples.count; start += BLOCK) {
    const ranks = permutation(BLOCK, random)
    for (let i = 0; i < BLOCK; i++) {
      const level = (ranks[i]! + random.uniform()) / BLOCK
      const shift = 1 + random.below(classes - 1)
      const at = start + i
      if (at >= samples.count || level >= data.labelNoise) continue
      targets[at] = (targets[at]! + shift) % classes
      flipped[at] = 1
    }
  }
  return { ...samples, targets, flipped }
}
