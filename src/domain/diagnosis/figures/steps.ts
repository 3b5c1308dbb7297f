/** How calmly the training loss falls from epoch to epoch, those included that were thrown away. */
import { median } from '../../numbers/median.ts'
import type { JudgedRun } from '../judged-run.ts'
import type { Stretch } from '../verdict.ts'
import { figure } from './figure.ts'
import type { Losses } from './losses.ts'

export function stepFigures({ whole }: JudgedRun, { share }: Losses) {
  const half: Stretch = [Math.floor(whole.length / 2) + 1, whole.length]
  const steps = whole.train.subarray(1).map((loss, i) => loss - whole.train[i]!)
  const late = steps.subarray(Math.max(0, half[0] - 1))
  const rising = late.reduce((count, step) => count + Number(step > 0), 0)
  const spike = steps.reduce((most, step) => Math.max(most, step), 0)
  const spikeAt = steps.indexOf(spike) + 2
  return {
    'rising-epochs': figure(rising / Math.max(1, late.length), half),
    'step-size': figure(share(median(late.map(Math.abs))), half),
    spike: figure(share(spike), spike > 0 ? [spikeAt - 1, spikeAt] : null),
  }
}
