import { expect, test } from 'vitest'
import { seedVerdict } from '../domain/comparison/seed-noise.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { changes } from '../domain/settings/changes.ts'
import { en } from './en/index.ts'
import type { AllMessages } from './messages.ts'
import { cellName, settingChanges, verdictSentences } from './sweep-text.ts'
import { zhCn } from './zh-cn/index.ts'

const best = [1, 1.1, 1.2, 1.3, 1.4, 1.5]
const worse = best.map((value) => value + 1)
/** Better in half of the seeds. */
const even = best.map((value, i) => value + (i % 2 === 0 ? 0.01 : -0.02))
const against = (name: string, values: readonly number[], from: readonly number[] = best) => ({
  name,
  verdict: seedVerdict(from, values),
})

test('what is better is said with its seeds, what is not with its reason', () => {
  const others = [against('1', worse), against('8', even), against('32', even)]
  expect(verdictSentences('16', others, 'validation-last', en)).toEqual([
    '16 is better than 1 in 6 of 6 seeds.',
    '16 cannot be told from 8 and 32: the difference is smaller than the spread between seeds.',
  ])
  expect(verdictSentences('16', others, 'validation-last', zhCn)).toEqual([
    '6 个种子中有 6 个，16 优于 1。',
    '16 与 8 和 32 分不出好坏：差异小于种子之间的波动。',
  ])
})

test('of a score that should be high, higher is better', () => {
  const low = best.map((value) => value - 1)
  expect(verdictSentences('16', [against('1', low)], 'quality-last', en)).toEqual([
    '16 is better than 1 in 6 of 6 seeds.',
  ])
})

test('three seeds never tell two values apart, however far apart they are', () => {
  const three = best.slice(0, 3)
  const far = three.map((value) => value + 100)
  expect(verdictSentences('16', [against('1', far, three)], 'validation-last', en)).toEqual([
    '16 cannot be told from 1 with 3 seeds: it takes at least 6.',
  ])
})

test('numbers that are compared say of what they are', () => {
  const axis = { axes: [{ setting: 'width', values: ['1', '2', '3'] }] } as const
  const named = (value: string, t: AllMessages) => cellName(axis, { values: [value] }, t)
  const sentence = (t: AllMessages) =>
    verdictSentences(
      named('2', t),
      [against(named('1', t), even), against(named('3', t), even)],
      'validation-last',
      t,
    )[0]
  expect(sentence(en)).toMatch(/^Width 2 cannot be told from width 1 and width 3:/)
  expect(sentence(zhCn)).toMatch(/^宽度 2 与宽度 1 和宽度 3 分不出好坏：/)
})

test('what a ready sweep changes is told with both values', () => {
  const own = expectExperiment({ data: { set: 'circle' } })
  const other = expectExperiment({ data: { set: 'moons' }, regularization: { l2: 0.01 } })
  expect(settingChanges(changes(own, other), en)).toBe('data set Circle → Two moons, L2 0 → 0.01')
  expect(settingChanges(changes(own, other), zhCn)).toBe('数据集：圆 → 双月，L2：0 → 0.01')
})

test('without a shared seed nothing is said', () => {
  const none = best.map(() => Number.NaN)
  expect(verdictSentences('16', [against('1', none)], 'validation-last', en)).toEqual([])
})

test('a cell is named by its value, of a grid by both; a sentence begins with a capital', () => {
  const axes = [
    { setting: 'width', values: ['16'] },
    { setting: 'optimizer', values: ['adam'] },
  ] as const
  expect(cellName({ axes: [axes[0]] }, { values: ['16'] }, en)).toBe('width 16')
  expect(cellName({ axes: [axes[0]] }, { values: ['16'] }, zhCn)).toBe('宽度 16')
  // A name says what it is of.
  expect(cellName({ axes: [axes[1]] }, { values: ['adam'] }, en)).toBe('Adam')
  const name = cellName({ axes }, { values: ['16', 'adam'] }, en)
  expect(name).toBe('width 16 · optimizer Adam')
  expect(verdictSentences(name, [against('1', worse)], 'validation-last', en)[0]).toMatch(/^Width 16/)
})
