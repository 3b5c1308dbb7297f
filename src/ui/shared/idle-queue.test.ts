import { expect, test } from 'vitest'
import { IdleQueue } from './idle-queue.ts'

function queue() {
  const fetched: string[] = []
  const idle = { moments: 0 }
  const waiting = new IdleQueue(async () => void idle.moments++)
  const load = (name: string, also: () => void = () => {}) =>
    waiting.add(async () => {
      fetched.push(name)
      also()
    })
  return { waiting, fetched, idle, load }
}

test('nothing is fetched before it is started; then each in an idle moment, in order, with what it adds', async () => {
  const { waiting, fetched, idle, load } = queue()
  load('a', () => load('c'))
  load('b')
  await Promise.resolve()
  expect(fetched).toEqual([])
  await waiting.start()
  expect(fetched).toEqual(['a', 'b', 'c'])
  expect(idle.moments).toBe(3)
})

test('what is added later is fetched too', async () => {
  const { waiting, fetched, load } = queue()
  await waiting.start()
  load('late')
  await expect.poll(() => fetched).toEqual(['late'])
})

test('what fails keeps nothing else from being fetched', async () => {
  const { waiting, fetched, load } = queue()
  waiting.add(() => Promise.reject(new Error('offline')))
  load('next')
  await waiting.start()
  expect(fetched).toEqual(['next'])
})
