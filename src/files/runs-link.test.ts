import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { sizeOf } from '../domain/network/layers.ts'
import { weightTensors } from '../domain/network/network.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import type { RunRecord } from '../domain/run/run.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { finalWeights } from '../store/run-view.ts'
import { runsOf } from './record.ts'
import { runsFromText, runsToText, runsWithWeights } from './runs-link.ts'

const record: RunRecord = {
  version: 1,
  id: 'run-1',
  name: '甲 <b>',
  experiment: expectExperiment({ data: { set: 'moons' } }),
  engine: { name: 'wasm', device: 'SIMD' },
  epochs: [1, 2].map((epoch) => ({
    epoch,
    train: { loss: 0.1 + 0.2 / epoch, accuracy: 0.5 },
    validation: { loss: 1 / 3, accuracy: 0.5 },
    penalty: 0,
    learningRate: 0.1,
    gradients: [1, 2],
    seconds: 0.5,
  })),
  outcome: { kind: 'completed', epoch: 2, best: 1, restored: null },
  test: null,
  weights: [],
}

it('gives the runs back to the last digit of every loss, and is fit for an address', async () => {
  const text = await runsToText([record])
  expect(text).toMatch(/^[\w-]+$/)
  const read = await runsFromText(text, NO_TABLES)
  expect(read).toMatchObject({ ok: true, records: [{ name: '甲 <b>', outcome: record.outcome }] })
  const losses = (rows: RunRecord['epochs']) =>
    rows.map(({ train, validation }) => [train.loss, validation.loss])
  expect(read.ok && losses(read.records[0]!.epochs)).toEqual(losses(record.epochs))
})

const tensors = (experiment: Experiment, value: (i: number) => number): RunRecord['weights'] =>
  weightTensors(experiment).map(({ name, shape }) => ({
    name,
    shape,
    values: Array.from({ length: sizeOf(shape) }, (_, i) => Math.fround(value(i))),
  }))

it('few weights come along as the same floats, so that the boundary and the test set are there', async () => {
  const experiment = expectExperiment({ data: { set: 'moons' }, model: { layers: [{ units: 8 }] } })
  const weights = tensors(experiment, (i) => Math.sin(i + 1) * 10 ** -(i % 5))
  const read = await runsFromText(await runsToText([{ ...record, experiment, weights }]), NO_TABLES)
  const floats = (of: RunRecord['weights']) => of.map(({ values }) => [...Float32Array.from(values)])
  expect(read.ok && floats(read.records[0]!.weights)).toEqual(floats(weights))
  const kept = read.ok && finalWeights(runsOf(read.records)[0]!.view)
  expect(kept ? kept.map(({ values }) => [...values]) : null).toEqual(floats(weights))
})

it('many weights, and weights that are no numbers, are left out of the link; the curves are in it', async () => {
  const experiment = expectExperiment({
    data: { set: 'moons' },
    model: { layers: [{ units: 300 }, { units: 300 }] },
  })
  const many = { ...record, experiment, weights: tensors(experiment, Math.sin) }
  const small = expectExperiment({ data: { set: 'moons' }, model: { layers: [] } })
  const broken = { ...record, experiment: small, weights: tensors(small, () => Number.NaN) }
  const fine = { ...record, experiment: small, weights: tensors(small, Math.cos) }
  expect(runsWithWeights([many, broken, fine])).toEqual(new Set([fine]))
  const text = await runsToText([many, broken, fine])
  expect(text.length).toBeLessThan(3000)
  const read = await runsFromText(text, NO_TABLES)
  expect(read.ok && read.records.map(({ epochs, weights }) => [epochs.length, weights.length])).toEqual([
    [2, 0],
    [2, 0],
    [2, 2],
  ])
})

it.each([
  ['cut off', async () => (await runsToText([record])).slice(0, -9)],
  ['no base64', async () => '!!!'],
  ['no runs', async () => deflateRawSync('{"a":1}').toString('base64url')],
  ['a bomb', async () => deflateRawSync(Buffer.alloc(80_000_000, 32)).toString('base64url')],
])('refuses what is %s', async (_, text) => {
  expect((await runsFromText(await text(), NO_TABLES)).ok).toBe(false)
})
