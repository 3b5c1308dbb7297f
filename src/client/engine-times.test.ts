import { expect, it } from 'vitest'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { EngineTimes } from './engine-times.ts'

const wide = expectExperiment({ model: { layers: [{ units: 512 }] } })
const gpu = { name: 'webgl', device: 'a GPU' } as const

/** What several visits of the same browser remember. */
function browser() {
  let text: string | null = null
  const memory = {
    read: () => text,
    write(written: string) {
      text = written
    },
  }
  const measure = async (_: string, { training }: Experiment) => ({
    epoch: training.batchSize / 100,
    start: 0.5,
  })
  return {
    visit: () => new EngineTimes(measure, () => {}, memory),
    damage: (damaged: string) => {
      text = damaged
    },
    size: () => text?.length ?? 0,
  }
}

it('what was measured on a device is known on the next visit, though nothing is compiled there yet', async () => {
  const { visit } = browser()
  const first = visit()
  first.onOpened(gpu)
  await first.ask('webgl', wide)
  first.learn('webgl', wide, 0.25)
  expect(first.isReady('webgl', wide)).toBe(true)
  first.remember()
  const second = visit()
  expect(second.of('webgl', wide)).toEqual({ epoch: 0.25, start: 0.5 })
  expect(second.isReady('webgl', wide)).toBe(false)
  second.onOpened(gpu)
  expect(second.of('webgl', wide)).not.toBeNull()
})

it('on another device it is forgotten', async () => {
  const { visit } = browser()
  const first = visit()
  first.onOpened(gpu)
  await first.ask('webgl', wide)
  first.remember()
  const second = visit()
  second.onOpened({ name: 'webgl', device: 'another GPU' })
  expect(second.of('webgl', wide)).toBeNull()
})

it.each(['', 'null', '[]', '{"webgl":7}', '{"webgl":{"device":"x","times":[[1,2,3],["y",-1,0],null]}}', '{'])(
  'what is damaged (%s) is unknown',
  (text) => {
    const { visit, damage } = browser()
    damage(text)
    const times = visit()
    expect(times.speeds(wide)).toEqual([])
    times.learn('wasm', wide, 1)
    expect(times.speeds(wide)).toEqual([{ engine: 'wasm', epochsPerSecond: 1 }])
  },
)

it('only the shapes of work that were used last are kept', () => {
  const { visit, size } = browser()
  const times = visit()
  times.onOpened(gpu)
  for (let batchSize = 1; batchSize <= 400; batchSize++)
    times.learn('webgl', expectExperiment({ training: { batchSize } }), 1)
  times.remember()
  expect(size()).toBeLessThan(40_000)
  const again = visit()
  expect(again.of('webgl', expectExperiment({ training: { batchSize: 400 } }))).not.toBeNull()
  expect(again.of('webgl', expectExperiment({ training: { batchSize: 1 } }))).toBeNull()
})

it('a worker that is gone has compiled nothing, and is asked again', async () => {
  const { visit } = browser()
  const times = visit()
  await times.ask('webgl', wide)
  times.onClosed('webgl')
  expect(times.isReady('webgl', wide)).toBe(false)
  await times.ask('webgl', wide)
  expect(times.isReady('webgl', wide)).toBe(true)
})
