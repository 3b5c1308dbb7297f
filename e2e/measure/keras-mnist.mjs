/**
 * What the preset "Keras MNIST example" reaches: three seeds through the built page, as a user's runs go, and the test
 * set opened once each. `npm run measure` takes a minute or two; `npm run measure -- 1` for
 * one seed.
 */
import { chromium } from 'playwright'
import { preview } from 'vite'
import { launchOptions } from '../../src/scripts/browser/find.mjs'

const given = process.argv.slice(2).map(Number)
const SEEDS = given.length > 0 ? given : [1, 2, 3]

const server = await preview({ preview: { port: 4174, strictPort: true, host: '127.0.0.1' } })
const browser = await chromium.launch(launchOptions())
const page = await browser.newPage()
await page.goto('http://127.0.0.1:4174/')
page.on('console', (message) => message.type() === 'info' && console.log(message.text()))

console.log('seed  epochs  train loss  train acc  val loss  val acc  best  test loss  test acc')
for (const seed of SEEDS) {
  const row = await page.evaluate(async (s) => {
    const experiment = {
      data: { set: 'digits', train: 8000, validation: 1000, test: 1000, noise: 0 },
      model: { layers: [{ units: 500 }, { units: 500 }], activation: 'relu' },
      optimizer: { learningRate: 0.001 },
      training: { batchSize: 100, epochs: 20 },
      earlyStopping: null,
      seed: { data: s, weights: s, training: s },
    }
    const onEpoch = ({ epoch, validation, seconds }) =>
      console.info(`  seed ${s} epoch ${epoch}: val acc ${validation.accuracy}, ${seconds.toFixed(1)} s`)
    const run = await window.fittingRoom.run(experiment, { evaluateTest: true, onEpoch })
    const { train, validation, epoch } = run.epochs.at(-1)
    const losses = [train.loss, train.accuracy, validation.loss, validation.accuracy]
    return [s, epoch, ...losses, run.outcome.best, run.test.loss, run.test.accuracy]
  }, seed)
  console.log(row.map((value) => (Number.isInteger(value) ? value : value.toPrecision(4))).join('  '))
}
await browser.close()
await server.close()
