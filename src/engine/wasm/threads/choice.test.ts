import { expect, it } from 'vitest'
import { MeasuredChoice } from './choice.ts'

/** The numbers of threads of the calls until `until` ms, on a machine where a call with so many takes `ms(threads)`. */
function choices(
  choice: MeasuredChoice,
  available: number,
  ms: (threads: number) => number,
  from: number,
  until: number,
) {
  const seen: number[] = []
  for (let now = from; now < until; ) {
    const threads = choice.next(available, now)
    const began = now
    now += ms(threads)
    choice.took(10, began, now)
    seen.push(threads)
  }
  return seen
}

it('stays with the number that was quickest, after a few calls with each', () => {
  const seen = choices(new MeasuredChoice(), 6, (threads) => (threads === 4 ? 3 : 10 / threads + 1), 0, 500)
  expect([...new Set(seen.slice(0, 20))]).toEqual([6, 4, 2, 1])
  const quick = choices(new MeasuredChoice(), 6, (threads) => (threads === 4 ? 1 : 5), 0, 250)
  expect(new Set(quick.slice(20))).toEqual(new Set([4]))
})

it('one slow call among the quickest does not decide', () => {
  let calls = 0
  const seen = choices(new MeasuredChoice(), 2, (threads) => (++calls === 2 ? 100 : 4 / threads), 0, 500)
  expect(seen.at(-1)).toBe(2)
})

it('a start that is slow, while code is compiled, decides for none of them', () => {
  let calls = 0
  const seen = choices(new MeasuredChoice(), 2, (threads) => (++calls <= 4 ? 20 : 4 / threads), 0, 250)
  expect(seen.at(-1)).toBe(2)
})

it('looks again from time to time, and less often while the answer stays', () => {
  const choice = new MeasuredChoice()
  const early = choices(choice, 2, (threads) => 4 / threads, 0, 10_000).filter((threads) => threads === 1)
  const late = choices(choice, 2, (threads) => 4 / threads, 10_000, 20_000).filter((threads) => threads === 1)
  expect(early.length).toBeGreaterThan(late.length)
  const taken = choices(choice, 2, (threads) => 4 * threads, 20_000, 80_000)
  expect(taken.at(-1)).toBe(1)
})

it('alone there is nothing to measure, and what is not there is not used', () => {
  const choice = new MeasuredChoice()
  expect(new Set(choices(choice, 1, () => 1, 0, 5000))).toEqual(new Set([1]))
  expect(choices(choice, 4, (threads) => 4 / threads, 5000, 5500).at(-1)).toBe(4)
  expect(new Set(choices(choice, 2, (threads) => 4 / threads, 5500, 6000))).toEqual(new Set([1, 2]))
})
