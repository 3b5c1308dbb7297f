/** Runs TensorFlow.js programs in Node, one after another in a process of their own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { initialWeights } from '../domain/network/initial-weights.ts'
import { tableToJson } from '../domain/table/table-json.ts'
import { isInline, TABLE_FILE } from './table-lines.ts'
import { tfjsProgram } from './tfjs.ts'

export interface Told {
  readonly parameters: number
  readonly history: readonly {
    readonly epoch: number
    readonly training: number
    readonly validation: number
  }[]
  /** Loss, and accuracy of classes, with the weights that the program ends with. */
  readonly validation: readonly number[]
  readonly test: readonly number[]
  /** Standard deviation of every weight tensor as the program itself draws it. */
  readonly spreads: readonly number[]
  /** The number of tensors that it leaves behind. */
  readonly tensors: number
}

const root = new URL('../../', import.meta.url).pathname

const TOLD = `
globalThis.told({
  parameters: model.countParams(),
  history,
  validation: score(xVal, yVal),
  test: score(xTest, yTest),
  spreads,
  tensors: tf.memory().numTensors - before,
})
`

/** Weights as the page starts from them, each where shape and kind are the same, in order. */
const STARTED = `const before = tf.memory().numTensors
const model = build()
const spreads = model.weights.map((w) =>
  Math.sqrt(tf.moments(w.read()).variance.dataSync()[0]),
)
{
  const left = [...globalThis.weights]
  model.setWeights(model.weights.map(({ name, shape }) => {
    const at = left.findIndex((one) =>
      one.shape.join() === shape.join() &&
      /bias/.test(one.name) === /bias/.test(name))
    const [{ values }] = left.splice(at, 1)
    return tf.tensor(values, shape)
  }))
}
`

const MAIN = `
const { readFileSync, writeFileSync } = await import('node:fs')
const told = []
globalThis.told = (one) => told.push(one)
console.log = () => {}
for (const [i, weights] of JSON.parse(readFileSync('weights.json')).entries()) {
  globalThis.weights = weights
  await import('./' + i + '.mjs')
}
writeFileSync('told.json', JSON.stringify(told))
`

export async function runPrograms(experiments: readonly Experiment[]): Promise<Told[]> {
  const folder = mkdtempSync(join(tmpdir(), 'programs-'))
  const server = createServer((request, response) => {
    response.end(readFileSync(join(root, 'public', request.url!)))
  }).listen(0)
  const { port } = server.address() as AddressInfo
  const file = (name: string) => join(folder, name)
  try {
    symlinkSync(join(root, 'node_modules'), file('node_modules'))
    for (const [i, experiment] of experiments.entries()) {
      const code = tfjsProgram(experiment, `http://localhost:${port}/#page`)
      writeFileSync(file(`${i}.mjs`), code.replace('const model = build()\n', STARTED) + TOLD)
    }
    const weights = experiments.map((experiment) =>
      initialWeights(experiment).map((weight) => ({ ...weight, values: [...weight.values] })),
    )
    const table = experiments.find(({ data }) => data.rows && !isInline(data.rows))
    if (table) writeFileSync(file(TABLE_FILE), JSON.stringify(tableToJson(table.data.rows!)))
    writeFileSync(file('weights.json'), JSON.stringify(weights))
    writeFileSync(file('main.mjs'), MAIN)
    const child = spawn(process.execPath, ['main.mjs'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaints = ''
    child.stderr.on('data', (chunk) => {
      complaints += chunk
    })
    const status = await new Promise((resolve) => child.on('close', resolve))
    if (status !== 0) throw new Error(complaints)
    return JSON.parse(readFileSync(file('told.json'), 'utf8'))
  } finally {
    server.close()
    rmSync(folder, { recursive: true })
  }
}
