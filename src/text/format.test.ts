import { expect, it } from 'vitest'
import { bytes, duration, loss, percent, ratio, setting, whole } from './format.ts'

it.each([
  [whole(4417), '4\u202f417'],
  [whole(648_010), '648\u202f010'],
  [whole(-12), '−12'],
  [loss(0.0313), '0.031'],
  [loss(Math.LN10), '2.30'],
  [loss(0.00002), '2e−5'],
  [loss(-0.4), '−0.400'],
  [loss(0), '0.000'],
  [loss(123456), '1.2e5'],
  [loss(Number.NaN), '–'],
  [setting(1e-7), '1e−7'],
  [setting(0.003), '0.003'],
  [setting(0.1 + 0.2), '0.3'],
  [percent(0.874), '87.4%'],
  [ratio(13.04), '×13'],
  [ratio(1.44), '×1.4'],
  [bytes(1_590_811), '1.6 MB'],
  [bytes(12e9), '12.0 GB'],
  [duration(0.27), '0.27 s'],
  [duration(185), '3:05'],
])('%s', (found, expected) => expect(found).toBe(expected))
