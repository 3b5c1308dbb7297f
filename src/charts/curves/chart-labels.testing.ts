/** The words of a chart in tests. */
import type { ChartLabels } from '../kit/types.ts'

export const labels: ChartLabels = {
  title: 'Loss',
  unit: 'nats',
  train: 'train',
  validation: 'validation',
  test: 'test',
  at: (n) => `epoch ${n}`,
  xUnit: 'epoch',
  xTick: String,
  best: (n) => `best ${n}`,
  gap: (ratio) => `gap ×${ratio.toFixed(1)}`,
  value: (x) => x.toFixed(2),
  tick: String,
  smoothed: (drawn, measured) => `smoothed ${drawn}, raw ${measured}`,
  leftOut: (limit) => `below ${limit}: not shown`,
  more: (runs) => `and ${runs} more`,
  summary: 'Loss of one run',
}
