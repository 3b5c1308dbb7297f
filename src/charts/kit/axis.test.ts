import { describe, expect, test } from 'vitest'
import { axisFromZero, decadeAxis, linearAxis, logAxis, niceStep } from './axis.ts'

test('steps are 1, 2 or 5 times a power of ten, and never smaller than asked', () => {
  expect([0.085, 0.1, 0.11, 3, 5.0001, 70].map(niceStep)).toEqual([0.1, 0.1, 0.2, 5, 10, 100])
})

describe('linear axis', () => {
  test('contains the data, ends on ticks, and has no binary dust', () => {
    const { domain, ticks } = linearAxis(0, 0.512, 6)
    expect(ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    expect(domain).toEqual([0, 0.6])
  })
  test('a value on a tick needs no further step', () => {
    expect(linearAxis(0.6, 1, 4).domain).toEqual([0.6, 1])
  })
  test('a single value still gets a range', () => {
    const { domain } = linearAxis(0.5, 0.5, 4)
    expect(domain[1]).toBeGreaterThan(domain[0])
  })
  test('goes below zero', () => {
    expect(linearAxis(-0.93, 0.4, 4).domain).toEqual([-1, 0.5])
  })
})

describe('epoch axis', () => {
  test.each([
    [57, 6, 60],
    [100, 6, 100],
    [200, 6, 200],
    [12, 6, 12],
    [1, 6, 5],
  ])('%i epochs with %i steps end at %i', (epochs, count, end) => {
    const { domain, ticks } = axisFromZero(epochs, count)
    expect(domain).toEqual([0, end])
    expect(ticks.every(Number.isInteger)).toBe(true)
    expect(ticks.at(-1)).toBe(end)
  })
})

test('an x axis ends close behind the last epoch, however few numbers have room on it', () => {
  expect(axisFromZero(60, 2.3)).toEqual({ domain: [0, 60], ticks: [0, 50] })
  for (const until of [17, 41, 61, 101, 333, 999, 12_345, 85_459])
    for (const count of [1, 2.3, 6, 12]) {
      const { domain, ticks } = axisFromZero(until, count)
      expect(domain[1]).toBeGreaterThanOrEqual(until)
      expect(domain[1]).toBeLessThanOrEqual(until * 1.1)
      expect(ticks.length).toBeLessThanOrEqual(count + 1)
      expect(ticks.at(-1)).toBeLessThanOrEqual(domain[1])
    }
  expect(axisFromZero(0.4, 6, 0.01).domain).toEqual([0, 0.4])
})

describe('log axis', () => {
  test('1-2-5 over two decades', () => {
    expect(logAxis(0.013, 0.66, 8).ticks).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1])
  })
  test('whole decades where 1-2-5 would crowd', () => {
    expect(logAxis(0.0003, 0.6, 6)).toEqual({ domain: [0.0001, 1], ticks: [0.0001, 0.001, 0.01, 0.1, 1] })
  })
  test('every other decade on a small chart, the top one always', () => {
    const { domain, ticks } = logAxis(1e-7, 1, 4)
    expect(domain).toEqual([1e-7, 1])
    expect(ticks.at(-1)).toBe(1)
    expect(ticks.length).toBeLessThanOrEqual(5)
  })
  test('a single value spans a step', () => {
    const { domain } = logAxis(0.1, 0.1, 5)
    expect(domain[0]).toBeLessThan(domain[1])
  })
})

test('an axis of decades has at least one, and its largest power of ten always has a tick', () => {
  expect(decadeAxis(3e-3, 0.2, 5)).toEqual({ domain: [1e-3, 1], ticks: [1e-3, 0.01, 0.1, 1] })
  expect(decadeAxis(1, 1, 5)).toEqual({ domain: [1, 10], ticks: [1, 10] })
  expect(decadeAxis(1e-9, 1, 4).ticks).toEqual([1e-9, 1e-6, 1e-3, 1])
  expect(decadeAxis(1e-7, 1, 0)).toEqual({ domain: [1e-7, 1], ticks: [1e-7, 1] })
})
