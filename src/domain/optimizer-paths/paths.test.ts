/**
 * The end points that a lecture's examples print, computed there with other programs: D2L's ravine, a double well, a saddle
 * and a target that moves. Numbers are compared in the digits in which they are printed.
 */
import { describe, expect, it } from 'vitest'
import { firstStep, followPaths, type PathOptimizer, type PathScene, pointAt } from './paths.ts'
import { READY_SCENES } from './ready-scenes.ts'
import { SURFACES } from './surfaces.ts'

const pathOf = (scene: Omit<PathScene, 'optimizers'>, optimizer: PathOptimizer) =>
  followPaths({ ...scene, optimizers: [optimizer] })[0]!

describe('the ravine, 20 steps from (−5, −2)', () => {
  const ravine = { surface: 'ravine', start: [-5, -2], steps: 20 } as const

  it.each<[PathOptimizer, string]>([
    [{ kind: 'sgd', learningRate: 0.4 }, '0.089'],
    [{ kind: 'sgd', learningRate: 0.49 }, '1.6'],
    [{ kind: 'sgd', learningRate: 0.6 }, '5.6e+6'],
    [{ kind: 'momentum', learningRate: 0.6, momentum: 0.5 }, '0.000018'],
    [{ kind: 'momentum', learningRate: 0.6, momentum: 0.25 }, '0.071'],
    [{ kind: 'momentum', learningRate: 0.1, momentum: 0.9 }, '0.62'],
    [{ kind: 'nesterov', learningRate: 0.1, momentum: 0.9 }, '0.115'],
    [{ kind: 'adagrad', learningRate: 0.4 }, '0.62'],
    [{ kind: 'adagrad', learningRate: 2 }, '5e-7'],
    [{ kind: 'rmsprop', learningRate: 0.4 }, '0.000011'],
    [{ kind: 'adam', learningRate: 0.4 }, '0.19'],
  ])('%o ends at a loss of %s', (optimizer, printed) => {
    const { losses } = pathOf(ravine, optimizer)
    const digits = printed
      .replace(/e.*/, '')
      .replace(/^0?\.?0*/, '')
      .replace('.', '').length
    expect(losses.at(-1)!.toPrecision(digits)).toBe(printed)
  })

  it('prints where some of them end', () => {
    const end = (optimizer: PathOptimizer) => pointAt(pathOf(ravine, optimizer))
    const [x, y] = end({ kind: 'sgd', learningRate: 0.4 })
    expect([x!.toFixed(2), y!.toFixed(4)]).toEqual(['-0.94', '-0.0001'])
    expect(end({ kind: 'momentum', learningRate: 0.1 })[0]!.toFixed(2)).toBe('1.35')
    expect(end({ kind: 'adagrad', learningRate: 0.4 })[0]!.toFixed(2)).toBe('-2.38')
  })

  it.each([0.499, 0.501])('gives SGD the limit 2/λ = 0.5: a rate of %d', (learningRate) => {
    const { losses } = pathOf({ ...ravine, steps: 5000 }, { kind: 'sgd', learningRate })
    expect(losses.at(-1)! < 1e-3).toBe(learningRate < 0.5)
  })

  it.each([0.749, 0.751])(
    'gives momentum of 0.5 the limit (2 + 2μ)/λ = 0.75: a rate of %d',
    (learningRate) => {
      const optimizer = { kind: 'momentum', learningRate, momentum: 0.5 } as const
      const { losses } = pathOf({ ...ravine, steps: 5000 }, optimizer)
      expect(losses.at(-1)! < 1e-3).toBe(learningRate < 0.75)
    },
  )
})

describe('the double well, 400 steps at a rate of 0.02', () => {
  it.each([
    [1.8, 0, '0.946', '-0.153'],
    [1.8, 0.5, '0.946', '-0.153'],
    [1.8, 0.8, '0.946', '-0.153'],
    [1.8, 0.9, '-1.047', '-0.352'],
    [1.8, 0.95, '-1.047', '-0.352'],
    [2.2, 0.95, '0.946', '-0.153'],
  ])('from %d with momentum %d it ends at %s', (start, momentum, x, loss) => {
    const path = pathOf(
      { surface: 'double-well', start: [start], steps: 400 },
      { kind: 'momentum', learningRate: 0.02, momentum },
    )
    expect([pointAt(path)[0]!.toFixed(3), path.losses.at(-1)!.toFixed(3)]).toEqual([x, loss])
  })
})

it.each<[PathOptimizer['kind'], number]>([
  ['sgd', 76],
  ['adagrad', 66],
  ['momentum', 27],
  ['nesterov', 24],
  ['adam', 20],
  ['rmsprop', 9],
])('from the saddle at a rate of 0.05, %s is away after %d steps', (kind, steps) => {
  const path = pathOf({ surface: 'saddle', start: [1, 0.001], steps: 200 }, { kind, learningRate: 0.05 })
  expect(firstStep(path, ([, y]) => Math.abs(y!) > 1)).toBe(steps)
})

describe('the target that moves at step 200', () => {
  const scene = { surface: 'moving-target', start: [5], steps: 600 } as const

  it.each<[PathOptimizer['kind'], number, number | null, number | null]>([
    ['sgd', 0.1, 11, null],
    ['rmsprop', 0.1, 50, 29],
    ['adam', 0.1, 60, 30],
    ['adagrad', 0.5, 60, 89],
    ['adagrad', 0.1, null, null],
  ])('%s at %d reaches it after %s steps, and after %s again', (kind, learningRate, reached, again) => {
    const path = pathOf(scene, { kind, learningRate })
    const near = firstStep(path, ([w]) => Math.abs(w!) < 0.5)
    expect(near !== null && near < 200 ? near : null).toBe(reached)
    if (again !== null) expect(firstStep(path, ([w]) => Math.abs(w! - 3) < 0.3, 201)).toBe(200 + again)
  })

  it('is not reached by Adagrad at 0.1, which stands at 2.62 by then', () => {
    expect(pointAt(pathOf(scene, { kind: 'adagrad', learningRate: 0.1 }), 200)[0]!.toFixed(2)).toBe('2.62')
  })
})

describe('every path', () => {
  const all = SURFACES.flatMap((key) => followPaths(READY_SCENES[key]).map((path) => ({ key, path })))

  it('of a ready scene stays finite', () => {
    for (const { key, path } of all) expect(path.last, key).toBe(READY_SCENES[key].steps)
  })

  it('of Adagrad has rates that only fall', () => {
    for (const { path } of all.filter(({ path }) => path.optimizer.kind === 'adagrad'))
      for (let i = 2 * path.dimensions; i < path.rates.length; i++)
        expect(path.rates[i]!).toBeLessThanOrEqual(path.rates[i - path.dimensions]!)
  })

  it('of SGD moves by its rate along the gradient', () => {
    for (const { path } of all.filter(({ path }) => path.optimizer.kind === 'sgd'))
      for (let i = path.dimensions; i < path.points.length; i++) {
        const before = i - path.dimensions
        expect(path.points[i]! - path.points[before]!).toBeCloseTo(
          -path.rates[i]! * path.gradients[before]!,
          12,
        )
      }
  })

  it('that leaves what numbers hold ends there, and the rest is NaN', () => {
    const path = pathOf(
      { surface: 'rosenbrock', start: [-1.2, 1], steps: 50 },
      { kind: 'sgd', learningRate: 1 },
    )
    expect(path.last).toBeLessThan(50)
    expect(Number.isFinite(path.losses[path.last])).toBe(true)
    expect(path.losses.subarray(path.last + 1).every(Number.isNaN)).toBe(true)
    expect(path.points.subarray((path.last + 1) * 2).every(Number.isNaN)).toBe(true)
  })

  it('needs a start with a number for each weight', () => {
    expect(() => followPaths({ ...READY_SCENES.ravine, start: [1] })).toThrow('ravine starts at 2 numbers')
  })
})
