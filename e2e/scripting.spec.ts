import { expect } from '@playwright/test'
import { open, SMALL } from './page.ts'
import { test } from './test.ts'

test.beforeEach(async ({ page }) => {
  await open(page, SMALL)
})

test('defaults, parse and link', async ({ page }) => {
  const told = await page.evaluate(() => {
    const { defaults, parse, link, version } = window.fittingRoom
    return {
      version,
      whole: parse(defaults()),
      bad: parse({ data: { set: 'moon' }, training: { batchSize: 0 } }),
      link: link({ data: { set: 'xor' }, seed: { data: 7, weights: 7, training: 7 } }),
    }
  })
  expect(told.version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(told.whole).toMatchObject({ ok: true, experiment: { data: { set: 'circle' } } })
  expect(told.bad).toMatchObject({
    ok: false,
    problems: [{ path: 'data.set' }, { path: 'training.batchSize' }],
  })
  expect(told.link).toMatch(/#data=xor&seed=7$/)
})

test('run takes weights, reports every epoch and scores the test set; predict gives outputs', async ({
  page,
}) => {
  const told = await page.evaluate(async () => {
    const epochs: number[] = []
    const experiment = {
      data: { set: 'xor' as const },
      model: { layers: [] },
      training: { epochs: 3 },
      earlyStopping: null,
    }
    const initialWeights = [
      { name: 'dense_1/kernel', shape: [2, 1], values: [1, -1] },
      { name: 'dense_1/bias', shape: [1], values: [0.5] },
    ]
    const run = await window.fittingRoom.run(experiment, {
      engine: 'cpu',
      initialWeights,
      evaluateTest: true,
      onEpoch: ({ epoch }) => epochs.push(epoch),
    })
    const outputs = await window.fittingRoom.predict(run, [
      [1, 1],
      [-1, 1],
    ])
    return { epochs, run, outputs, listed: window.fittingRoom.runs().length }
  })
  expect(told.epochs).toEqual([1, 2, 3])
  expect(told.run).toMatchObject({
    version: 1,
    engine: { name: 'cpu' },
    outcome: { kind: 'completed', epoch: 3 },
  })
  expect(told.run.test!.accuracy).toBeGreaterThanOrEqual(0)
  expect(told.outputs).toHaveLength(2)
  for (const [p] of told.outputs) expect(p! > 0 && p! < 1).toBe(true)
  expect(told.listed).toBe(0)
})

test('a bad experiment rejects with its problems, an abort stops', async ({ page }) => {
  const told = await page.evaluate(async () => {
    const bad = await window.fittingRoom
      .run({ training: { epochs: -1 } })
      .catch((error: Error) => error.message)
    const controller = new AbortController()
    const run = await window.fittingRoom.run(
      { training: { epochs: 100_000 }, earlyStopping: null },
      { signal: controller.signal, onEpoch: () => controller.abort() },
    )
    return { bad, kind: run.outcome!.kind, epochs: run.epochs.length }
  })
  expect(told.bad).toContain('training.epochs')
  // How many epochs the script hears of before its abort depends on the machine.
  expect(told.kind).toBe('stopped')
  expect(told.epochs).toBeLessThan(100_000)
})

test('targets are numbers, bare or in lists of one; several a row, and data that do not come, are sentences', async ({
  page,
}) => {
  await page.route('**/data/digits.bin', (route) => route.abort())
  const told = await page.evaluate(async () => {
    const inputs = Array.from({ length: 12 }, (_, i) => [i, (i * 7) % 5])
    const numbers = inputs.map(([a, b]) => 0.3 * a! - b!)
    const train = (targets: unknown) =>
      window.fittingRoom.run(
        {
          data: { set: 'rows', rows: { inputs, targets } },
          model: { layers: [{ units: 4 }] },
          training: { epochs: 3 },
        } as never,
        { engine: 'wasm' },
      )
    const message = (error: Error) => error.message
    const [bare, listed] = [await train(numbers), await train(numbers.map((target) => [target]))]
    return {
      same:
        JSON.stringify(bare.epochs.map((row) => row.validation)) ===
        JSON.stringify(listed.epochs.map((row) => row.validation)),
      epochs: listed.epochs.length,
      several: await train(numbers.map((target) => [target, 1])).catch(message),
      digits: await window.fittingRoom.run({ data: { set: 'digits' } }).catch(message),
    }
  })
  expect(told).toMatchObject({ same: true, epochs: 3 })
  expect(told.several).toBe(
    'data.rows: row 1 has 2 targets; each row has one, a number or the name of a class',
  )
  expect(told.digits).toBe(
    'MNIST digits could not be loaded. The server cannot be reached; check the connection.',
  )
})

test('verifyLesson trains a lesson off the list and judges its claim; an aborted one rejects', async ({
  page,
}) => {
  const told = await page.evaluate(async () => {
    const { lessons, verifyLesson, runs } = window.fittingRoom
    const { key } = lessons().find((lesson) => lesson.key === 'overfitting-over-time')!
    const judged = await verifyLesson(key, { seed: 101 })
    const stop = new AbortController()
    const cutOff = verifyLesson(key, { seed: 102, signal: stop.signal })
    stop.abort()
    return { judged, cutOff: await cutOff.catch((error) => error.name), listed: runs().length }
  })
  expect(told).toMatchObject({ judged: { holds: true }, cutOff: 'AbortError', listed: 0 })
  expect(told.judged.figures.rise).toBeGreaterThan(2)
})
