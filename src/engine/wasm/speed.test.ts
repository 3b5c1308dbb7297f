import { expect, it } from 'vitest'
import { networkDataset } from '../../domain/data/dataset.ts'
import { initialWeights } from '../../domain/initial-weights.ts'
import { expectExperiment } from '../../domain/parse.ts'
import { Training } from '../train.ts'
import { compileKernels } from './kernels.ts'
import { wasmTrainers } from './trainer.ts'
import { createTfjsTrainer } from '../tfjs/trainer.ts'
import { openCpu } from '../trainers.testing.ts'
import { seededDropout } from '../../domain/dropout.ts'

async function go(name: string, input: any, create = wasmTrainers(compileKernels())) {
  const experiment = expectExperiment(input)
  const dataset = networkDataset(experiment)
  const trainer = create({ experiment, weights: initialWeights(experiment), parts: dataset.parts, dropout: seededDropout(1) })
  const rows: any[] = []
  const t0 = performance.now()
  const training = new Training(experiment, dataset, trainer, { now: () => performance.now(), breathe: async () => {}, onEpoch: (r) => rows.push(r), onPaused() {}, onRunning() {}, onCheckpoint() {} }, { from: null, oneEpoch: false, pieceFlops: Infinity })
  await training.run()
  const ms = performance.now() - t0
  console.log(name, (ms / rows.length).toFixed(4), 'ms/epoch', JSON.stringify(rows.at(-1)))
}
it('speed', async () => {
  await openCpu()
  const c = (epochs: number) => ({ data: { set: 'circle', train: 250, validation: 250, test: 1 }, model: { layers: [{ units: 8 }, { units: 8 }] }, training: { batchSize: 10, epochs }, earlyStopping: null })
  await go('tfjs', c(3), createTfjsTrainer)
  await go('wasm', c(3))
  await go('wasm', c(20000))
  await go('wasm', c(20000))
  await go('moons', { data: { set: 'moons', train: 100, validation: 500, test: 1 }, model: { layers: [{ units: 64 }, { units: 64 }], activation: 'relu' }, training: { batchSize: 16, epochs: 2000 }, earlyStopping: null })
})
