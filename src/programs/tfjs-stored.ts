/**
 * Section 1 for stored data, measured, drawn or read in: all samples, and which of them go into which part.
 */
import { dataSet, type StoredSet } from '../domain/data/registry.ts'
import { type Experiment, PARTS } from '../domain/experiment/experiment.ts'
import { javascript, settingsOf } from './javascript.ts'
import { argument, type CodeLine, call, line, plain } from './lines.ts'
import { filled, isInline, tableLiteral } from './table-lines.ts'

export const hasLabelNoise = (data: Experiment['data']): boolean =>
  data.labelNoise > 0 && dataSet(data).classes.length > 1

/** The constants by which the random streams of the samples are named. */
export const streamLines = ({ data, seed }: Experiment): CodeLine[] => [
  line(`const set = '${data.set}'`, 'data'),
  line(`const dataSeed = ${javascript(seed.data)}`, 'seed-data'),
]

export function stored(experiment: Experiment, dataUrl: string): CodeLine[] {
  const { data } = experiment
  const set = dataSet(data)
  if (set.kind !== 'stored') throw new Error(`${data.set} is generated`)
  const value = settingsOf(experiment)
  if (set.order === 'given')
    return [
      ...(hasLabelNoise(data) ? streamLines(experiment) : []),
      ...samples(experiment, set, dataUrl),
      ...plain(`
const inPart = (part, count) =>
  [...targets.keys()]
    .filter((i) => table.part[i] === part)
    .slice(0, count)
    .map(sample)`),
      ...PARTS.map((part) => line(`const ${part} = inPart('${part}', ${value(part)})`, part)),
    ]
  return [
    ...(set.order === 'series' ? [] : streamLines(experiment)),
    ...samples(experiment, set, dataUrl),
    line(''),
    ...orderLines(set),
    ...plain(`
// Training samples from the front; the others take
// turns from the end: no part's size changes another.
const fromEnd = (count, first) =>
  Array.from({ length: count }, (_, i) =>
    sample(${set.classes.length === 0 ? 'order' : 'paired'}.at(first - 2 * i)),
  )`),
    line(`const train = order.slice(0, ${value('train')}).map(sample)`, 'train'),
    line(`const validation = fromEnd(${value('validation')}, -2)`, 'validation'),
    line(`const test = fromEnd(${value('test')}, -1)`, 'test'),
  ]
}

function orderLines({ order, classes }: StoredSet): CodeLine[] {
  if (order === 'series')
    return plain('// In the order of time.\nconst order = [...years.slice(length).keys()]')
  const chance = `const chance = stream(dataSeed, set, 'order')\n`
  if (classes.length === 0) return plain(`${chance}const order = permutation(targets.length, chance)`)
  const { length } = classes
  return plain(`${chance}const order = balancedOrder(targets, ${length}, chance)
const paired = fairlyPaired(order, targets, ${length})`)
}

/** Lines that define `sample(i)` and all `targets`. */
function samples(experiment: Experiment, set: StoredSet, dataUrl: string): CodeLine[] {
  const { data } = experiment
  if (set.from === 'points') return drawn(data)
  if (set.from === 'table') return rows(data)
  const address = argument(javascript(`${dataUrl}${data.set}.bin`), 'data')
  const bytes = set.shape.kind === 'image'
  return [
    ...call('const response = await fetch', [address], { indent: '  ' }),
    ...plain(`if (!response.ok) throw new Error(response.statusText)
const unpacked = response.body.pipeThrough(
  new DecompressionStream('deflate-raw'),
)
const numbers = new ${bytes ? 'Uint8Array' : 'Float32Array'}(
  await new Response(unpacked).arrayBuffer(),
)
`),
    ...(set.order === 'series' ? windows(experiment) : packed(set, bytes)),
  ]
}

function packed({ available, inputs, scale }: StoredSet, bytes: boolean): CodeLine[] {
  return plain(`// Targets of all samples first, then their inputs.
const count = ${javascript(available)}
const targets = numbers.subarray(0, count)
function sample(i) {
  const from = count + ${inputs} * i
  const row = numbers.subarray(from, from + ${inputs})
  const x = Array.from(row${bytes ? `, (grey) => grey / ${scale}` : ''})
  return { x, y: targets[i] }
}`)
}

function windows(experiment: Experiment): CodeLine[] {
  return [
    line('// Windows of so many years, and the year after each.'),
    line(`const length = ${settingsOf(experiment)('length')}`, 'length'),
    ...plain(`const years = [...numbers].slice(numbers.length / 2)
const sample = (i) => ({
  x: years.slice(i, i + length),
  y: years[i + length],
})`),
  ]
}

function drawn({ points = [] }: Experiment['data']): CodeLine[] {
  return [
    line('const points = [', 'data', 'points'),
    ...filled(points.map(javascript), '  ').map((row) => line(row, 'points')),
    line(']'),
    ...plain(`const targets = points.map(([, , label]) => label)
const sample = (i) => ({
  x: points[i].slice(0, 2),
  y: targets[i],
})`),
  ]
}

function rows({ rows }: Experiment['data']): CodeLine[] {
  const names = (rows?.classes ?? []).map((name) => argument(javascript(name)))
  return [
    ...(rows && isInline(rows) ? tableLiteral(rows, 'const table = ', '  ') : []),
    ...(names.length === 0
      ? plain('const { targets } = table')
      : [
          ...call('const classes = ', names, { open: '[', close: ']', indent: '  ' }),
          ...plain(`const targets = table.targets.map((name) =>
  classes.indexOf(name),
)`),
        ]),
    ...plain(`const sample = (i) => ({
  x: table.inputs[i],
  y: targets[i],
})`),
  ]
}
