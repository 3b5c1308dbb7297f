import { describe, expect, it } from 'vitest'
import { automaticEngines, ENGINE_NAMES, EXACT_ENGINE, FIRST_ENGINE, PLAIN_ENGINE } from './engines.ts'

describe('the engines that the page chooses from', () => {
  it('are the processor first, and the graphics card', () => {
    expect(automaticEngines(new Set())).toEqual(['wasm', 'webgl'])
    expect(automaticEngines(new Set(['cpu']))).toEqual(['wasm', 'webgl'])
  })

  it('without one, have what replaces it in its place', () => {
    expect(automaticEngines(new Set(['wasm']))).toEqual(['cpu', 'webgl'])
    expect(automaticEngines(new Set(['webgl']))).toEqual(['wasm'])
    expect(automaticEngines(new Set(['wasm', 'cpu']))).toEqual(['webgl'])
    expect(automaticEngines(new Set(ENGINE_NAMES))).toEqual([])
  })

  it('start on the kernels, repeat on them, and end on JavaScript', () => {
    expect([FIRST_ENGINE, EXACT_ENGINE, PLAIN_ENGINE]).toEqual(['wasm', 'wasm', 'cpu'])
  })
})
