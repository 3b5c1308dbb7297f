import { expect, it } from 'vitest'
import { keptEnd } from './kept-end.ts'

it.each([
  ['L1 0 + L2 0.03', ['L1 0 + L2 0.03', '']],
  ['Momentum + learning rate 0.03', ['Momentum + learning r', 'ate 0.03']],
  ['Momentum + 学习率 0.03', ['Momentum + 学习', '率 0.03']],
  ['激活函数带泄漏的修正线性单元', ['激活函数带泄漏的修正', '线性单元']],
])('%s keeps an end of one width in both scripts', (name, parts) => {
  expect(keptEnd(name)).toEqual(parts)
})
