/** Ready sweeps run what lessons prove: where a preset compares the same values, the same experiments. */
import { expect, it } from 'vitest'
import { membersOf } from '../comparison/comparison.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { presetScene } from '../link/scene.ts'
import { NO_TABLES } from '../table/library.ts'
import { READY_SWEEPS, type ReadySweepKey, readySweep } from './ready-sweeps.ts'
import { cellExperiment, cellsOf } from './sweep.ts'

const experimentsOf = (key: ReadySweepKey): Experiment[] => {
  const { sweep } = readySweep(key)
  return cellsOf(sweep).map((cell) => {
    const parsed = cellExperiment(sweep, cell)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    return parsed.experiment
  })
}

it.each(READY_SWEEPS)('%s has an experiment for each value, none of which stops early', (key) => {
  const experiments = experimentsOf(key)
  expect(experiments.length).toBeGreaterThanOrEqual(5)
  for (const { earlyStopping } of experiments) expect(earlyStopping).toBeNull()
})

it.each([
  ['u-curve', 'u-curve'],
  ['double-descent', 'double-descent'],
  ['training-size', 'more-data'],
] as const)('%s is the comparison of the preset %s', (key, preset) => {
  expect(experimentsOf(key)).toEqual(membersOf(presetScene(preset), NO_TABLES))
})
