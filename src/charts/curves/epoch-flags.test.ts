import { expect, test } from 'vitest'
import { FLAG_ROWS } from '../kit/layout.ts'
import { type Flag, placeFlags } from './epoch-flags.ts'

const width = ({ label, detail }: Flag) => 6 * (label.length + (detail?.length ?? 0))
const flag = (x: number, label: string, detail: string | null = null): Flag => ({ x, label, detail })
const [low, high] = FLAG_ROWS

test('flags that are far apart share the lower row', () => {
  const flown = placeFlags([flag(100, 'best 37'), flag(300, 'stopped 57')], 600, width)
  expect(flown.map(({ top }) => top)).toEqual([low, low])
})

test('where they would touch, the later one moves up', () => {
  const flown = placeFlags([flag(150, 'stopped 57'), flag(120, 'best 37')], 600, width)
  expect(flown.map(({ label, top }) => [label, top])).toEqual([
    ['best 37', low],
    ['stopped 57', high],
  ])
})

test('a flag that does not fit loses its detail first, then changes sides', () => {
  const [roomy] = placeFlags([flag(100, 'stopped 57', '(patience 20)')], 600, width)
  const [tight] = placeFlags([flag(100, 'stopped 57', '(patience 20)')], 200, width)
  const [edge] = placeFlags([flag(190, 'stopped 57', '(patience 20)')], 200, width)
  expect(roomy).toMatchObject({ detail: '(patience 20)', flipped: false })
  expect(tight).toMatchObject({ detail: null, flipped: false })
  expect(edge).toMatchObject({ detail: null, flipped: true })
})

test('a flag on the left of its rule does not touch the other flag', () => {
  const flown = placeFlags([flag(140, 'best 37'), flag(195, 'stopped 57')], 240, width)
  expect(flown[1]).toMatchObject({ flipped: true, top: high })
})

test('a third flag takes the free row, and is left out where there is none', () => {
  const flown = placeFlags(
    [flag(100, 'best 37'), flag(140, 'stopped 57'), flag(170, 'would stop')],
    600,
    width,
  )
  expect(flown.map(({ label, top }) => [label, top])).toEqual([
    ['best 37', low],
    ['stopped 57', high],
    ['would stop', low],
  ])
  const tight = placeFlags(
    [flag(100, 'best 37'), flag(105, 'stopped 57'), flag(110, 'would stop')],
    600,
    width,
  )
  expect(tight.map(({ label }) => label)).toEqual(['best 37', 'stopped 57'])
})
