import { expect, it } from 'vitest'
import { networkDataset } from '../../domain/data/dataset.ts'
import { initialWeights } from '../../domain/network/initial-weights.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { wasm } from '../trained.testing.ts'
import { SMALL } from './observed-training.testing.ts'
import { Training } from './train.ts'

it('a run that is paused while its device ends an epoch reports that epoch when it goes on, and not before', async () => {
  const experiment = expectExperiment(SMALL)
  const { parts } = networkDataset(experiment)
  const trainer = wasm.createTrainer({ experiment, weights: initialWeights(experiment), parts })
  const told: string[] = []
  let waits = 0
  // The device is waited for twice before the first epoch is reported: for the start, and at its end.
  trainer.synchronize = async () => {
    if (++waits === 2) training.pause()
  }
  const training = new Training(
    experiment,
    { parts },
    trainer,
    {
      now: () => 0,
      yieldToMessages: async () => {},
      rest: async () => {},
      onStart: () => {},
      onEpoch: ({ epoch }) => told.push(`epoch ${epoch}`),
      onPaused: () => {
        told.push('paused')
        setTimeout(() => {
          told.push('resumed')
          training.resume()
        }, 20)
      },
      onRunning: () => {},
      onCheckpoint: () => {},
      onLeft: () => {},
    },
    { from: null, oneEpoch: false, pace: null, chunkFlops: Number.POSITIVE_INFINITY },
  )
  await training.run()
  training.dispose()
  trainer.dispose()
  expect(told.slice(0, 4)).toEqual(['paused', 'resumed', 'epoch 1', 'epoch 2'])
})
