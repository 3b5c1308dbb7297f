import { describe, expect, it } from 'vitest'
import type { End } from '../domain/diagnosis/remedies/effect.ts'
import { effectText, seedEffectsText } from './effect-text.ts'
import { en } from './en/index.ts'
import { zhCn } from './zh-cn/index.ts'

const end = (loss: number, more: Partial<End> = {}): End => ({
  diverged: false,
  loss,
  error: loss / 10,
  quality: 1 - loss / 10,
  gap: 2,
  ...more,
})

describe('what a remedy did', () => {
  it('is the change with its gap, and says where it is for the worse', () => {
    expect(effectText(end(1.62, { gap: 25 }), end(0.53, { gap: 1.3 }), 'loss', en)).toBe(
      'val loss 1.62 → 0.530, gap ×25 → ×1.3',
    )
    expect(effectText(end(0.53), end(1.62), 'error', en)).toBe('worse: val loss known to ±0.106 → ±0.324')
    expect(effectText(end(0.53), end(0.53, { diverged: true }), 'loss', zhCn)).toBe(
      '变差：验证损失 0.530 → 发散',
    )
  })

  it('is no measurable change where both are written alike, whichever of them is higher', () => {
    for (const [was, is] of [
      [0.42, 0.42],
      [0.42, 0.4203],
      [0.4203, 0.42],
    ] as const) {
      expect(effectText(end(was), end(is), 'loss', en)).toBe('no measurable change: val loss 0.420')
      expect(effectText(end(was), end(is), 'loss', zhCn)).toBe('没有可测的变化：验证损失 0.420')
    }
    expect(effectText(end(0.42), end(0.423), 'quality', en)).toBe('no measurable change: val accuracy 95.8%')
  })

  it('is told apart where losses are so small that three decimals would not', () => {
    expect(effectText(end(0.0002), end(0.0004), 'loss', en)).toMatch(/^worse: val loss 2e−4 → 4e−4/)
  })
})

describe('what it did in seeds', () => {
  const seeds = { seeds: 5, better: 2, worse: 3, was: 1.58, is: 1.6 }

  it('is counted, with the medians', () => {
    expect(seedEffectsText(seeds, 'loss', en)).toBe('worse in 3 of 5 seeds, median val loss 1.58 → 1.60')
    expect(seedEffectsText(seeds, 'loss', zhCn)).toBe('5 个种子中 3 个变差，验证损失 1.58 → 1.60（中位数）')
  })

  it('is no measurable change where the medians are written alike', () => {
    const alike = { ...seeds, is: 1.5804 }
    expect(seedEffectsText(alike, 'loss', en)).toBe('no measurable change: median val loss 1.58')
    expect(seedEffectsText(alike, 'loss', zhCn)).toBe('没有可测的变化：验证损失 1.58（中位数）')
  })
})
