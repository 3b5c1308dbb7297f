import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { expectExperiment } from '../domain/parse.ts'
import type { RunRecord } from '../domain/run.ts'
import { runsFromText, runsToText } from './runs-link.ts'

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
  const read = await runsFromText(text)
  expect(read).toMatchObject({ ok: true, records: [{ name: '甲 <b>', outcome: record.outcome }] })
  const losses = (rows: RunRecord['epochs']) =>
    rows.map(({ train, validation }) => [train.loss, validation.loss])
  expect(read.ok && losses(read.records[0]!.epochs)).toEqual(losses(record.epochs))
})

it.each([
  ['cut off', async () => (await runsToText([record])).slice(0, -9)],
  ['no base64', async () => '!!!'],
  ['no runs', async () => deflateRawSync('{"a":1}').toString('base64url')],
  ['a bomb', async () => deflateRawSync(Buffer.alloc(80_000_000, 32)).toString('base64url')],
])('refuses what is %s', async (_, text) => {
  expect((await runsFromText(await text())).ok).toBe(false)
})
