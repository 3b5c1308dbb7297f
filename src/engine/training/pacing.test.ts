import { expect, it } from 'vitest'
import { Pacing } from './pacing.ts'

/** A device that needs `chunk` ms for a chunk of work, and a worker that needs `queueing` ms to give it one. */
function loop(chunk: () => number, queueing: number) {
  let clock = 0
  let done = 0
  const waits: number[] = []
  const world = {
    now: () => clock,
    yieldToMessages: async () => {},
    async synchronize() {
      waits.push(Math.max(0, done - clock))
      clock = Math.max(clock, done)
    },
  }
  const pacing = new Pacing(world, world)
  return {
    waits,
    async work(chunks: number, size = 1) {
      for (let i = 0; i < chunks; i++) {
        clock += queueing
        done = Math.max(done, clock) + size * chunk()
        if (!pacing.isDue(size)) continue
        await pacing.catchUp()
        await pacing.listen()
      }
    },
  }
}

it('a queue holds little work, whatever the device makes of a chunk', async () => {
  for (const chunk of [0.1, 1, 5, 25]) {
    const { waits, work } = loop(() => chunk, 0.05)
    await work(2000)
    expect(Math.max(...waits.slice(5))).toBeLessThanOrEqual(50)
  }
})

it('and not so little that the device is waited for all the time', async () => {
  const { waits, work } = loop(() => 1, 0.02)
  await work(400)
  expect(waits.length).toBeLessThan(30)
})

it('a device that becomes slower is waited for more often', async () => {
  let chunk = 0.2
  const { waits, work } = loop(() => chunk, 0.05)
  await work(1000)
  const before = waits.length
  chunk = 20
  await work(100)
  // What was in the queue when it became slower, and what was judged by it, has to be waited for.
  expect(Math.max(...waits.slice(before + 2))).toBeLessThanOrEqual(50)
})

it('a worker that does the work itself looks up after each time slice', async () => {
  const { waits, work } = loop(() => 0, 2)
  await work(80)
  const before = waits.length
  await work(80)
  // 16 ms are eight chunks.
  expect(waits.length - before).toBe(10)
})
