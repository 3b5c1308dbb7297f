import { expect, test } from 'vitest'
import { defaultExperiment } from '../domain/parsing/parse.ts'
import type { Sweep } from '../domain/sweep/sweep.ts'
import { sweepRun } from '../domain/sweep/sweep-run.ts'
import { sweepTable } from './sweep-table.ts'
import { csv } from './tables.ts'

const sweep: Sweep = {
  version: 1,
  base: defaultExperiment(),
  axes: [
    { setting: 'optimizer', values: ['sgd', 'adam'] },
    { setting: 'lr', values: ['1e-3', '0.1'] },
  ],
  seeds: 2,
  varies: 'all',
  test: false,
}

const row = (epoch: number, validation: number) => ({
  epoch,
  train: { loss: 0.25, accuracy: 0.9 },
  validation: { loss: validation, accuracy: 0.8 },
  penalty: 0,
  learningRate: 0.1,
  gradients: [],
  seconds: 1,
})

test('one line a run, in the order of settings and seeds, numbers as numbers', () => {
  const completed = { kind: 'completed', epoch: 2, best: 1, restored: null } as const
  const failed = { kind: 'failed', epoch: 0, reason: 'memory', message: '' } as const
  const runs = [
    sweepRun(2, 2, [], failed, null),
    sweepRun(0, 1, [row(1, 0.5), row(2, 0.75)], completed, { loss: 0.5, accuracy: 0.7 }),
  ]
  expect(csv(sweepTable(sweep, runs)).split('\r\n')).toEqual([
    'optimizer,lr,seed,outcome,best_epoch,best_train_loss,best_validation_loss,best_train_quality,best_validation_quality,last_epoch,last_train_loss,last_validation_loss,last_train_quality,last_validation_quality,test_loss,test_quality,seconds',
    'sgd,0.001,1,completed,1,0.25,0.5,0.9,0.8,2,0.25,0.75,0.9,0.8,0.5,0.7,2',
    'adam,0.001,2,failed,,,,,,,,,,,,,0',
    '',
  ])
})
