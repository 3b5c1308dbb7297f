import { describe, expect, it } from 'vitest'
import { mayEnd, shownAfter } from './live-pace.ts'

describe('the pace', () => {
  it('shows short runs whole and long ones at once', () => {
    expect(shownAfter(80)).toBeGreaterThan(80)
    expect(shownAfter(2000)).toBe(0)
    expect(shownAfter(null)).toBeLessThan(100)
  })

  it('cuts long runs off, and short ones unless their end is near or nothing was seen for long', () => {
    expect(mayEnd({ elapsed: 10, expected: 2000, unseen: 5000 })).toBe(false)
    expect(mayEnd({ elapsed: 10, expected: 100, unseen: 10 })).toBe(false)
    expect(mayEnd({ elapsed: 90, expected: 100, unseen: 10 })).toBe(true)
    expect(mayEnd({ elapsed: 10, expected: 100, unseen: 200 })).toBe(true)
    expect(mayEnd({ elapsed: 0, expected: 25, unseen: 0 })).toBe(true)
  })

  it('does not trust an expectation that the run has outlived', () => {
    expect(mayEnd({ elapsed: 3000, expected: 100, unseen: 3000 })).toBe(false)
  })
})
