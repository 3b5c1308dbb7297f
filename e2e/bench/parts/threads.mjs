/** (h) An epoch of the digit network with 1 thread to as many as there are cores, in turn; the histories are one. */
import { cpus } from 'node:os'
import { openApp } from './app.mjs'

const ROUNDS = 7
/** Epochs of a round, of which the first are not counted: helpers come, and the number of threads is measured. */
const EPOCHS = 20
const UNCOUNTED = 10

const EXPERIMENT = {
  data: { set: 'digits', train: 2000, validation: 100, test: 1, noise: 0 },
  model: { layers: [{ units: 500 }, { units: 500 }], activation: 'relu' },
  optimizer: { kind: 'adam', learningRate: 0.001 },
  training: { batchSize: 100, epochs: EPOCHS },
  earlyStopping: null,
}

/** For each number of threads the ms of an epoch, one value for each round, and those of the quickest epoch of all. */
export async function threads(browser, { url }) {
  const counts = Array.from({ length: Math.min(8, cpus().length) }, (_, i) => i + 1)
  const pages = []
  for (const count of counts)
    pages.push(
      await openApp(browser, url, 'engine=wasm&lang=en', (page) =>
        page.addInitScript((cores) => {
          Object.defineProperty(navigator, 'hardwareConcurrency', { value: cores })
        }, count),
      ),
    )
  const results = counts.map((count) => ({ count, times: [], quickest: Number.POSITIVE_INFINITY }))
  const histories = new Set()
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, { page }] of pages.entries()) {
      const { seconds, history } = await page.evaluate(train, EXPERIMENT)
      results[i].times.push(1000 * median(seconds.slice(UNCOUNTED)))
      results[i].quickest = Math.min(results[i].quickest, 1000 * Math.min(...seconds))
      histories.add(history)
    }
  await Promise.all(pages.map(({ close }) => close()))
  return { results, histories: histories.size }
}

async function train(experiment) {
  if (!crossOriginIsolated) throw new Error('the page is not isolated')
  const { epochs } = await window.fittingRoom.run(experiment, { engine: 'wasm' })
  return {
    seconds: epochs.map(({ seconds }) => seconds),
    history: JSON.stringify(epochs.map(({ seconds: _, ...row }) => row)),
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
