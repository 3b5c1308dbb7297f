/** Thresholds that the run itself sets: how far its losses jump, and how far they have come. */
import type { Figures } from '../verdict.ts'

/** So many typical steps of the training loss: what a change has to exceed to be a trend. */
export function steps(figures: Figures, count: number): number {
  return count * (figures['step-size'].value || 0)
}

/**
 * The progress of a fifth of the run where the loss falls half as fast as a straight line from its first tenth to its
 * end: what falls slower has begun to settle.
 */
export function halfPace(figures: Figures): number {
  return (figures['train-fall'].value || 0) / 10
}
