/** Ready sweeps: the curves that lectures draw. Their recipes are presets, and lessons hold what these show. */
import type { PresetKey } from '../experiment/presets.ts'
import { presetScene } from '../link/scene.ts'
import type { AxisKey, Sweep } from './sweep.ts'
import type { Metric } from './sweep-run.ts'

export const READY_SWEEPS = ['u-curve', 'double-descent', 'training-size', 'lambda', 'dropout'] as const
export type ReadySweepKey = (typeof READY_SWEEPS)[number]

export interface ReadySweep {
  readonly sweep: Sweep
  /** The metric that it is read by. */
  readonly metric: Metric
}

const ready = (preset: PresetKey, setting: AxisKey, values: string, seeds: number): ReadySweep => ({
  sweep: {
    version: 1,
    base: presetScene(preset).experiment,
    axes: [{ setting, values: values.split(' ') }],
    seeds,
    varies: 'all',
    test: false,
  },
  metric: 'validation-last',
})

export function readySweep(key: ReadySweepKey): ReadySweep {
  switch (key) {
    case 'u-curve':
      return ready('u-curve', 'width', '1 2 3 4 8 16 32 64', 6)
    case 'double-descent':
      return ready('double-descent', 'train', '25 50 70 90 100 110 150 200 400', 8)
    case 'training-size':
      return ready('more-data', 'train', '30 100 300 1000 3000', 6)
    case 'lambda':
      return ready('overfitting', 'l2', '0 0.0001 0.001 0.003 0.01 0.03 0.1', 6)
    case 'dropout':
      return ready('overfitting', 'dropout', '0 0.2 0.5 0.8 0.9', 6)
    default:
      return key satisfies never
  }
}
