import { expect, test } from 'vitest'
import { hoverAfter } from './keyboard.ts'

const key = (name: string, shiftKey = false) => ({ key: name, shiftKey })

test('arrows step by 1, with Shift by 10, and stop at the ends', () => {
  expect(hoverAfter(key('ArrowRight'), 22, 57)).toBe(23)
  expect(hoverAfter(key('ArrowLeft', true), 22, 57)).toBe(12)
  expect(hoverAfter(key('ArrowLeft', true), 4, 57)).toBe(1)
  expect(hoverAfter(key('ArrowRight', true), 50, 57)).toBe(57)
})

test('in another x unit the step is larger or smaller', () => {
  expect(hoverAfter(key('ArrowRight'), 40, 200, 20)).toBe(60)
  expect(hoverAfter(key('ArrowLeft', true), 40, 200, 20)).toBe(20)
  expect(hoverAfter(key('ArrowRight'), null, 2, 0.01)).toBe(0.01)
})

test('from nowhere they enter at an end; Escape leaves', () => {
  expect(hoverAfter(key('ArrowRight'), null, 57)).toBe(1)
  expect(hoverAfter(key('ArrowLeft'), null, 57)).toBe(57)
  expect(hoverAfter(key('Escape'), 22, 57)).toBeNull()
})

test('keys that mean nothing here are left to the page', () => {
  expect(hoverAfter(key(' '), 22, 57)).toBeUndefined()
  expect(hoverAfter(key('Escape'), null, 57)).toBeUndefined()
  expect(hoverAfter(key('ArrowRight'), null, null)).toBeUndefined()
})
