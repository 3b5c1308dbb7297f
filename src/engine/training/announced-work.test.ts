import { expect, it } from 'vitest'
import { announced } from './announced-work.ts'
import type { Trainer } from './trainer.ts'

it('a read is announced where the device was not done in time, and only there', async () => {
  let [clock, busy] = [0, 0]
  const seen: number[] = []
  const device = {
    synchronize: async () => {},
    report: () => void seen.push(busy),
    readState: () => {
      seen.push(busy)
      throw new Error('lost')
    },
  } as unknown as Trainer
  const trainer = announced(
    device,
    () => {
      busy++
      return () => void busy--
    },
    () => clock,
  )
  await trainer.synchronize()
  trainer.report()
  device.synchronize = async () => {
    clock += 2000
  }
  await trainer.synchronize()
  trainer.report()
  expect(() => trainer.readState()).toThrow('lost')
  expect(seen).toEqual([0, 1, 1])
  expect(busy).toBe(0)
})
