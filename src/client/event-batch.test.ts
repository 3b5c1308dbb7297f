import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EpochRow } from '../domain/run/run.ts'
import type { ClientEvent } from './client-event.ts'
import { EventBatch } from './event-batch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const epochs = (run: string, ...numbers: number[]): ClientEvent => ({
  type: 'epochs',
  run,
  rows: numbers.map((epoch) => ({ epoch }) as EpochRow),
  patience: { best: 0, wait: 0 },
})

it('the first epochs of a run go through at once, later ones are joined until it is time', () => {
  const batch = new EventBatch(100)
  const heard: string[] = []
  batch.listen((event) => {
    if (event.type === 'epochs') heard.push(`${event.run} ${event.rows.map(({ epoch }) => epoch).join()}`)
  })
  batch.add(epochs('a', 1))
  batch.add(epochs('a', 2))
  batch.add(epochs('a', 3))
  expect(heard).toEqual(['a 1'])
  batch.add(epochs('b', 1))
  expect(heard).toEqual(['a 1', 'a 2,3', 'b 1'])
  batch.add(epochs('b', 2))
  vi.advanceTimersByTime(100)
  expect(heard).toEqual(['a 1', 'a 2,3', 'b 1', 'b 2'])
})

it('what is joined has all states that were kept', () => {
  const batch = new EventBatch(100)
  const heard: (readonly number[] | undefined)[] = []
  batch.listen((event) => {
    if (event.type === 'epochs') heard.push(event.kept?.map(({ epoch }) => epoch))
  })
  const kept = (epoch: number) => {
    const state = { weights: new Float32Array(), slots: [], updates: 0 }
    batch.add({
      ...(epochs('a', epoch) as Extract<ClientEvent, { type: 'epochs' }>),
      kept: [{ epoch, state }],
    })
  }
  batch.add(epochs('a', 1))
  kept(2)
  batch.add(epochs('a', 3))
  kept(4)
  vi.advanceTimersByTime(100)
  expect(heard).toEqual([undefined, [2, 4]])
})

it('epochs wait until the page has drawn those before; whatever else happens takes them along', () => {
  let drawn = () => {}
  const batch = new EventBatch(100, (callback) => {
    drawn = callback
  })
  const heard: string[] = []
  batch.listen((event) =>
    heard.push(event.type === 'epochs' ? event.rows.map(({ epoch }) => epoch).join() : event.type),
  )
  batch.add(epochs('a', 1))
  batch.add(epochs('a', 2))
  vi.advanceTimersByTime(1000)
  batch.add(epochs('a', 3))
  expect(heard).toEqual(['1'])
  drawn()
  expect(heard).toEqual(['1', '2,3'])
  batch.add(epochs('a', 4))
  vi.advanceTimersByTime(1000)
  batch.add({ type: 'paused', run: 'a' })
  drawn()
  expect(heard).toEqual(['1', '2,3', '4', 'paused'])
})
