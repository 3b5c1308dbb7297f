import { describe, expect, it } from 'vitest'
import { parseExperiment } from '../../domain/parsing/parse.ts'
import { NO_TABLES } from '../../domain/table/library.ts'
import { limited, slowLive } from './live-limit.ts'

describe('runs that take too long', () => {
  const parsed = parseExperiment(
    { data: { train: 1000, validation: 100 }, training: { epochs: 300 } },
    NO_TABLES,
  )
  if (!parsed.ok) throw new Error('the experiment is bad')
  const slow = parsed.experiment

  it('could have fewer epochs or samples, so that they take about a second', () => {
    expect(slowLive(slow, 4)).toBe(null)
    expect(slowLive(slow, 10)!.offers).toEqual([
      { setting: 'epochs', most: 30 },
      { setting: 'train', most: 77 },
    ])
  })

  it('are offered nothing that would say too little', () => {
    expect(slowLive(slow, 1000)!.offers).toEqual([])
  })

  it('are trained with no more than the limit, and with less if the controls say less', () => {
    expect(limited(slow, { setting: 'epochs', most: 30 }).training.epochs).toBe(30)
    expect(limited(slow, { setting: 'train', most: 70 }).data.train).toBe(70)
    expect(limited(slow, { setting: 'epochs', most: 500 })).toBe(slow)
  })
})
