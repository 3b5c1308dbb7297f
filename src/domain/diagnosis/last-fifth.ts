/**
 * How many epochs the last fifth of a run is. Where a schedule lowers the rate, it is the fifth that is as long as the
 * others if epochs count by their rates: at its end such a run moves so little that nothing would seem to improve.
 */
import type { Experiment } from '../experiment/experiment.ts'
import { learningRateAt } from '../training/schedule.ts'

export function lastFifth(experiment: Experiment, epochs: number): number {
  const { schedule, learningRate } = experiment.optimizer
  const evenly = Math.max(1, Math.round(epochs / 5))
  if (schedule === 'constant' || learningRate === 0) return evenly
  let whole = 0
  for (let epoch = 1; epoch <= epochs; epoch++) whole += learningRateAt(epoch, experiment)
  let [count, way] = [0, 0]
  while (way < whole / 5) way += learningRateAt(epochs - count++, experiment)
  return Math.max(evenly, count)
}
