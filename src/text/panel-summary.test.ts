import { expect, test } from 'vitest'
import { decodeLink } from '../domain/link/link.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { en } from './en/index.ts'
import {
  dataSummary,
  modelSummary,
  optimizerSummary,
  regularizationSummary,
  stoppingSummary,
} from './panel-summary.ts'
import { zhCn } from './zh-cn/index.ts'

const of = (link: string) => decodeLink(`#${link}`, NO_TABLES).experiment

test('a folded panel says its values, and leaves out what is off', () => {
  const experiment = of(
    'data=moons&train=80&noise=0.3&layers=64,64&optimizer=adam&lr=0.003&batch=10&epochs=200&patience=20&l2=0.001',
  )
  expect(dataSummary(experiment, en)).toEqual(['Two moons', '80 samples', 'noise 0.3'])
  expect(modelSummary(experiment, en)).toEqual([expect.stringMatching(/^64–64 /), '4\u202f417 parameters'])
  expect(regularizationSummary(experiment, en)).toEqual(['L2 0.001'])
  expect(optimizerSummary(experiment, en)).toEqual(['Adam', 'lr 0.003', 'batch size 10'])
  expect(stoppingSummary(experiment, en)).toEqual(['200 epochs', 'patience 20'])
  expect(stoppingSummary(experiment, zhCn)).toEqual(['200 轮', '耐心 20'])
})

test('dropout is told where any layer has some, with each of its rates', () => {
  expect(regularizationSummary(of('layers=8,8'), en)).toEqual(['none'])
  expect(regularizationSummary(of('layers=8,8&dropout=0.2'), en)).toEqual(['Dropout 0.2'])
  expect(regularizationSummary(of('layers=8,8:0.5'), en)).toEqual(['Dropout 0 / 0.5'])
})
