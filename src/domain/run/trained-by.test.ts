import { expect, it } from 'vitest'
import { isBitExact, recordedEngines, type TrainedBy, takenOver, trainedBy } from './trained-by.ts'

const wasm = { name: 'wasm', device: 'SIMD' } as const
const webgl = { name: 'webgl', device: 'a GPU' } as const
const nobody: TrainedBy = { engine: null }
const to = (engine: typeof wasm | typeof webgl, after: number, quicker: number | null = null) => ({
  engine,
  after,
  quicker,
})
const moved = takenOver(takenOver(nobody, to(wasm, 0)), to(webgl, 3, 5))

it('a run that moves has two engines, and a worker of the same engine is no other engine', () => {
  expect(takenOver(nobody, to(wasm, 0))).toEqual({ engine: wasm, earlier: [] })
  expect(moved).toEqual({ engine: webgl, earlier: [{ engine: wasm, until: 3, quicker: 5 }] })
  expect(takenOver(moved, to(webgl, 7))).toEqual(moved)
})

it('epochs that come again belong to the engine that trains them again', () => {
  expect(takenOver(moved, to(wasm, 8))).toEqual({
    engine: wasm,
    earlier: [...moved.earlier, { engine: webgl, until: 8, quicker: null }],
  })
  expect(takenOver(moved, to(wasm, 3))).toEqual({ engine: wasm, earlier: [] })
  expect(takenOver(moved, to(wasm, 2))).toEqual({ engine: wasm, earlier: [] })
  expect(takenOver(moved, to(webgl, 2))).toMatchObject({ engine: webgl, earlier: [{ until: 2 }] })
  expect(takenOver(moved, to(webgl, 0))).toEqual({ engine: webgl, earlier: [] })
})

it('a record says from which epoch to which', () => {
  const { engine, engines } = recordedEngines(moved, 20)
  expect(engine).toEqual(webgl)
  expect(engines).toEqual([
    { ...wasm, epochs: [1, 3] },
    { ...webgl, epochs: [4, 20] },
  ])
  expect(recordedEngines(trainedBy(engines!), 20)).toEqual({ engine, engines })
  expect(recordedEngines(nobody, 0)).toEqual({ engine: null })
  expect(recordedEngines({ engine: wasm }, 20)).toEqual({ engine: wasm })
})

it('a run that had another engine as well is not repeated to the bit', () => {
  expect(isBitExact({ engine: wasm })).toBe(true)
  expect(isBitExact({ engine: webgl })).toBe(false)
  expect(isBitExact(nobody)).toBe(false)
  expect(isBitExact({ engine: wasm, earlier: [{ engine: webgl, until: 2, quicker: null }] })).toBe(false)
})
