/**
 * Inverted dropout (Srivastava et al. 2014): in a training step each unit is silenced with chance `rate`, and what is
 * kept is divided by 1 − rate, so that evaluation needs no change.
 * One stream per epoch, batch and layer: the masks do not depend on pausing, on the engine or on other layers.
 */
import { type Random, stream } from '../random.ts'

/** One sample of one training step, whose mask can be drawn again. */
export interface DropoutStep {
  /** From 1. */
  readonly epoch: number
  /** Which batch of the epoch, and which of its samples, from 0. */
  readonly batch: number
  readonly sample: number
}

interface MaskKey {
  readonly epoch: number
  readonly batch: number
  /** Hidden layer, 0-based from the input side. */
  readonly layer: number
}

/** A unit is silenced when its uniform is below the rate; one draw a unit, row by row. */
export function dropoutStream(seed: number, { epoch, batch, layer }: MaskKey): Random {
  return stream(seed, 'dropout', epoch, batch, layer)
}

/** The factors of one batch, rows × units, row-major: 0 of a silenced unit, 1 / (1 − rate) of a kept one. */
export function dropoutMask(random: Random, length: number, rate: number): Float32Array {
  const kept = 1 / (1 - rate)
  const mask = new Float32Array(length)
  for (let i = 0; i < length; i++) mask[i] = random.uniform() < rate ? 0 : kept
  return mask
}
