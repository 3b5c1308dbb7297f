/** A code that the kernels do not know stops them: skipped in silence, it would be a run with wrong numbers. */
import { describe, expect, it } from 'vitest'
import { networkDataset } from '../../domain/data/dataset.ts'
import { type ExperimentInput, OPTIMIZERS } from '../../domain/experiment/experiment.ts'
import { optimizerTraits } from '../../domain/experiment/optimizers.ts'
import { expectExperiment } from '../../domain/parsing/parse.ts'
import { compileKernels } from './kernels.ts'
import { layOut } from './layout.ts'

const source = compileKernels()
const UNKNOWN = 99
const ROWS = 8

/** Kernels over a network laid out for the experiment, and the records that they read (kernels/memory.ts). */
function laidOut({ data, ...input }: ExperimentInput) {
  const counts = { train: ROWS, validation: ROWS, test: ROWS }
  const experiment = expectExperiment({ data: { ...data, ...counts }, ...input })
  const layout = layOut(experiment, networkDataset(experiment).parts, source.heap)
  const { kernels, memory } = source.instantiate(layout.size)
  layout.write(memory)
  const { network, rates } = layout
  const record = (at: number) => new Uint32Array(memory, at)
  const layers = record(network)[0]!
  const own = record(layers)[21]!
  return {
    records: { network: record(network), layer: record(layers), recurrent: record(own) },
    calls: {
      accumulate: () => kernels.accumulate(network, 0, ROWS, ROWS, 1),
      update: () => kernels.update(network, rates),
      measure: () => kernels.measure(network, 0, 0, ROWS),
      predict: () => kernels.predict(network, ROWS),
    },
  }
}
type LaidOut = ReturnType<typeof laidOut>
type Call = keyof LaidOut['calls']

const classes = { model: { layers: [{ units: 4 }] } } satisfies ExperimentInput
const many = { ...classes, data: { set: 'first-token', length: 4 } } satisfies ExperimentInput
const numbers = { ...classes, data: { set: 'plane' } } satisfies ExperimentInput
const recurrent = {
  data: { set: 'adding', length: 4 },
  model: { kind: 'rnn', layers: [{ units: 4 }] },
} satisfies ExperimentInput

/** What is unknown, of which network, where its code lies, and which calls read it. */
const CODES: readonly [string, ExperimentInput, keyof LaidOut['records'], number, readonly Call[]][] = [
  ['optimizer', classes, 'network', 4, ['update']],
  ['head', classes, 'network', 2, ['accumulate', 'measure', 'predict']],
  ['loss of two classes', classes, 'network', 3, ['accumulate', 'measure']],
  ['loss of many classes', many, 'network', 3, ['accumulate', 'measure']],
  ['loss of numbers', numbers, 'network', 3, ['accumulate', 'measure']],
  ['kind of layer', classes, 'layer', 0, ['accumulate', 'measure', 'predict']],
  ['activation', classes, 'layer', 4, ['accumulate', 'measure', 'predict']],
  ['cell', recurrent, 'recurrent', 0, ['accumulate', 'measure', 'predict']],
  ["cell's activation", recurrent, 'recurrent', 1, ['accumulate', 'measure', 'predict']],
]

describe.each(CODES)('an unknown %s', (_, input, record, field, calls) => {
  it.each(calls)('traps in %s, where a known one does not', (call) => {
    const known = laidOut(input)
    expect(known.calls[call]).not.toThrow()
    const unknown = laidOut(input)
    unknown.records[record][field] = UNKNOWN
    expect(unknown.calls[call]).toThrow(WebAssembly.RuntimeError)
  })
})

it.each(OPTIMIZERS)('%s has a rule in the kernels, by a code of its own', (kind) => {
  expect(laidOut({ ...classes, optimizer: { kind } }).calls.update).not.toThrow()
  const { code } = optimizerTraits(kind)
  expect(OPTIMIZERS.filter((other) => optimizerTraits(other).code === code)).toEqual([kind])
})
