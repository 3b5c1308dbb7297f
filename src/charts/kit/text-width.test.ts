import { expect, test } from 'vitest'
import { ellipsis, shortenedName, textWidth } from './text-width.ts'

// Without a browser the width is estimated by the em.
test('a Han character is an em wide, a Latin letter less', () => {
  expect(textWidth('训练', 12, 400)).toBe(24)
  expect(textWidth('ab', 12, 400)).toBeLessThan(20)
})

test('what fits stays whole, what does not ends in an ellipsis and fits', () => {
  expect(ellipsis('Adam', 12, 600, 100)).toBe('Adam')
  const short = ellipsis('+ dropout 0.2 + L2 1e−3', 12, 600, 60)
  expect(short).toMatch(/^\+ dro.*…$/)
  expect(textWidth(short, 12, 600)).toBeLessThanOrEqual(60)
  expect(ellipsis('Adam', 12, 600, 2)).toBe('')
})

test('two long names that differ at the end can be told apart when they are shortened', () => {
  const short = (name: string) => shortenedName(name, 12, 600, 120)
  const [a, b] = [short('+ dropout 0.2 + L2 1e−3 + batch 20'), short('+ dropout 0.2 + L2 1e−3 + batch 50')]
  expect(a).toMatch(/^\+ drop.*….*20$/)
  expect(a).not.toBe(b)
  expect(textWidth(a, 12, 600)).toBeLessThanOrEqual(120)
  expect(shortenedName('Adam', 12, 600, 120)).toBe('Adam')
})
