import { expect, it } from 'vitest'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { betterPlace, couldWin, isSoftware } from './placement.ts'

const webgl = (epoch: number, start = 0) => ({ engine: 'webgl', epoch, start }) as const
const cpu = (epoch: number) => ({ engine: 'cpu', epoch, start: 0 }) as const

it('a run goes where it ends soonest, the move included', () => {
  expect(betterPlace(1, [webgl(0.2)], 20)).toEqual({ to: 'webgl', quicker: 5 })
  expect(betterPlace(1, [webgl(0.2), cpu(0.1)], 20)).toMatchObject({ to: 'cpu' })
  expect(betterPlace(1, [webgl(0.1, 6), cpu(0.2)], 20)).toMatchObject({ to: 'cpu' })
  expect(betterPlace(1, [webgl(0.1, 1), cpu(0.5)], 20)).toMatchObject({ to: 'webgl' })
})

it('and stays where the others are hardly quicker, or the rest is too short to win the move back', () => {
  expect(betterPlace(1, [], 20)).toBeNull()
  expect(betterPlace(1, [webgl(0.85)], 1000)).toBeNull()
  expect(betterPlace(1, [webgl(0.75)], 1000)).not.toBeNull()
  expect(betterPlace(1, [webgl(0.5, 2)], 5)).toBeNull()
  expect(betterPlace(1, [webgl(0.5, 2)], 7)).not.toBeNull()
  expect(betterPlace(0.01, [webgl(0.001)], 10)).toBeNull()
})

it('a graphics card cannot win where its shortest steps would be too long, by the size of the network or by the clock', () => {
  const opening = expectExperiment({})
  const digits = expectExperiment({
    data: { set: 'digits' },
    model: { layers: [{ units: 500 }, { units: 500 }] },
    training: { batchSize: 100 },
  })
  expect(couldWin('webgl', opening, null)).toBe(false)
  expect(couldWin('webgl', digits, null)).toBe(true)
  expect(couldWin('webgl', opening, 1)).toBe(false)
  expect(couldWin('webgl', digits, 1)).toBe(true)
  expect(couldWin('webgl', digits, 1e-4)).toBe(false)
  expect(couldWin('wasm', opening, null)).toBe(true)
})

it.each([
  ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)', true],
  ['ANGLE (Mesa, llvmpipe (LLVM 15.0.7 256 bits), OpenGL 4.5)', true],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)', true],
  ['Apple Software Renderer', true],
  ['ANGLE (NVIDIA Corporation, NVIDIA H200/PCIe/SSE2, OpenGL 4.5.0)', false],
  ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)', false],
  ['ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)', false],
  ['128-bit SIMD, up to 2 threads', false],
])('%s is a graphics card in software: %s', (device, software) => expect(isSoftware(device)).toBe(software))
