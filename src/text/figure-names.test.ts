import { expect, it } from 'vitest'
import { figureName } from './figure-names.ts'

it('shows the short names of figures as words, in the language of the page', () => {
  const names = ['trainLoss', 'reluAccuracy', 'lossL1', 'oneBatchAsManyUpdates', 'bestEpoch']
  expect(names.map((name) => figureName(name, 'en'))).toEqual([
    'train loss',
    'ReLU accuracy',
    'loss L1',
    'one batch as many updates',
    'best epoch',
  ])
  expect(names.map((name) => figureName(name, 'zh-CN'))).toEqual([
    '训练损失',
    'ReLU 准确率',
    '损失 L1',
    '单批，更新次数相同',
    '最佳轮',
  ])
})
