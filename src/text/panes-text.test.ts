import { expect, it } from 'vitest'
import { membersOf } from '../domain/comparison/comparison.ts'
import { decodeLink } from '../domain/link/link.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { en } from './en/index.ts'
import { panesText } from './panes-text.ts'
import { zhCn } from './zh-cn/index.ts'

const DATA = 'data=moons&train=300&layers=32,32&optimizer=sgd&lr=0.05&batch=20&seed=5'
const runs = (compare: string) => membersOf(decodeLink(`#${DATA}&compare=${compare}`, NO_TABLES), NO_TABLES)

it('names the one setting and its values, and not among what is the same', () => {
  expect(panesText(runs('activation:sigmoid/relu'), en)).toEqual({
    lead: 'A and B differ only in',
    differences: 'activation: Sigmoid and ReLU',
    rest: 'the same: Two moons, 300 samples, 32–32, SGD 0.05, batch size 20, seed 5',
  })
  expect(panesText(runs('activation:sigmoid/relu'), zhCn)).toEqual({
    lead: 'A 与 B 只差一处',
    differences: '激活函数：Sigmoid 与 ReLU',
    rest: '其余相同：双月，300 个样本，32–32，SGD 0.05，批量大小 20，种子 5',
  })
})

it('of several runs gives each its value; numbers keep their words', () => {
  const { lead, differences, rest } = panesText(runs('l2:0/0.01/0.1'), en)
  expect(lead).toBe('A, B and C differ only in')
  expect(differences).toBe('L2: 0, 0.01 and 0.1')
  expect(rest).toContain('32–32 tanh')
})

it('says when the cause cannot be told', () => {
  const [one, other] = [runs('lr:0.1')[0]!, runs('layers:none')[0]!]
  expect(panesText([one, other], en)).toMatchObject({
    lead: 'A and B differ in 2 settings, so the cause cannot be told',
    differences: 'layers: 32–32 and none · learning rate: 0.1 and 0.05',
  })
})

it('early stopping that is off is a value, and the same twice is no difference', () => {
  expect(panesText(runs('patience:off/20'), en).differences).toBe('patience: none and 20')
  const [one] = runs('lr:0.1')
  expect(panesText([one!, one!], en)).toMatchObject({
    lead: 'A and B are the same experiment',
    differences: '',
  })
})

it('a learning rate of its own for each value of a comparison is no second cause; of any two runs it is', () => {
  const tuned = runs('optimizer:sgd;lr=0.3/adam;lr=0.003')
  expect(panesText(tuned, en, 'optimizer')).toMatchObject({
    lead: 'A and B differ in the optimizer, each at its own learning rate:',
    differences: 'SGD 0.3 and Adam 0.003',
  })
  expect(panesText(tuned, zhCn, 'optimizer')).toMatchObject({
    lead: 'A 与 B 的优化器不同，各用自己的学习率：',
    differences: 'SGD 0.3 与 Adam 0.003',
  })
  expect(panesText(tuned, en).lead).toBe('A and B differ in 2 settings, so the cause cannot be told')
})
