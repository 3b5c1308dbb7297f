import { expect, it } from 'vitest'
import { encodeLink } from '../domain/link/link.ts'
import { presetScene } from '../domain/link/scene.ts'
import type { RunRecord } from '../domain/run/run.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { readHandIns } from './hand-ins.ts'
import { runsToText } from './runs-link.ts'

const score = { loss: 0.5, accuracy: 0.8 }
const nameless: RunRecord = {
  version: 1,
  id: 'a',
  experiment: presetScene('overfitting').experiment,
  engine: { name: 'wasm', device: 'SIMD' },
  epochs: [
    { epoch: 1, train: score, validation: score, penalty: 0, learningRate: 0.1, gradients: [], seconds: 0 },
  ],
  outcome: { kind: 'stopped', epoch: 1, best: 1, restored: null },
  test: null,
  weights: [],
}
const linkTo = async (...runs: Parameters<typeof runsToText>[0]) =>
  `https://example.org/room/#${encodeLink(presetScene('overfitting'), { runs: await runsToText(runs) })}`

it('reads a link on each line, whatever stands around it, and names those that it cannot read by their line', async () => {
  const one = await linkTo(nameless)
  const named = await linkTo({ ...nameless, name: 'Grace' })
  const text = [
    `Ada Lovelace, ${one}`,
    '',
    `"someone","${named}"`,
    'I was ill',
    'https://example.org/room/#preset=overfitting',
    `${one.slice(0, -20)}`,
    await linkTo(nameless, { ...nameless, id: 'b' }),
  ].join('\r\n')
  const { records: read, unread } = await readHandIns(text, NO_TABLES)
  expect(read.map(({ name }) => name)).toEqual(['Ada Lovelace', 'Grace', undefined, undefined])
  expect(unread).toEqual([
    { line: 4, why: 'no-link' },
    { line: 5, why: 'no-runs' },
    { line: 6, why: 'unreadable' },
  ])
})

it('a bare link gives its run no name', async () => {
  const { records: read } = await readHandIns(await linkTo(nameless), NO_TABLES)
  expect(read[0]).not.toHaveProperty('name')
})
