/** Section 1: the page's own samples in three parts, in tensors `xTrain`, `yTrain`, `xVal`, … */
import { dataSet, type StoredSet } from '../domain/data/registry.ts'
import { type GeneratedKey, isGenerated } from '../domain/data-sets/catalogue.ts'
import { type Experiment, type Feature, PARTS } from '../domain/experiment/experiment.ts'
import { outputHead, outputUnits } from '../domain/network/network.ts'
import { javascriptGenerator } from './generators/generators.ts'
import { javascript, settingsOf } from './javascript.ts'
import { argument, type CodeLine, call, line, plain } from './lines.ts'
import { networkShape } from './network-shape.ts'
import { noiseSettings } from './noise.ts'
import { filled, isInline, TABLE_FILE, tableLiteral } from './table-lines.ts'

/** `dataUrl` is the folder that packed sets are fetched from. */
export function dataLines(experiment: Experiment, dataUrl: string): CodeLine[] {
  const { data } = experiment
  return [
    ...(isGenerated(data.set) ? generated(experiment, data.set) : stored(experiment, dataUrl)),
    line('const parts = [train, validation, test]'),
    ...labelNoise(experiment),
    ...features(experiment),
    ...inputTensors(experiment),
    ...targetTensors(experiment),
  ]
}

/** Whether parts or labels are drawn by permutations. */
export const permutes = ({ data }: Experiment): boolean => isShuffled(data) || hasLabelNoise(data)

/** Whether classes are spread evenly over the parts. */
export const balances = ({ data }: Experiment): boolean =>
  isShuffled(data) && dataSet(data).classes.length > 0

const isShuffled = (data: Experiment['data']) => {
  const set = dataSet(data)
  return set.kind === 'stored' && set.order === 'shuffled'
}

export const hasLabelNoise = (data: Experiment['data']): boolean =>
  data.labelNoise > 0 && dataSet(data).classes.length > 1

/** Modules that section 1 needs besides TensorFlow.js. */
export function dataImports({ data }: Experiment): CodeLine[] {
  if (data.set !== 'rows' || (data.rows && isInline(data.rows))) return []
  return [
    line('// Saved by the page; imported from Node 20.10 on.'),
    line(`import table from './${TABLE_FILE}'`, 'rows'),
    line("  with { type: 'json' }"),
  ]
}

/** What the streams of the samples are named by. */
const streamLines = ({ data, seed }: Experiment): CodeLine[] => [
  line(`const set = '${data.set}'`, 'data'),
  line(`const dataSeed = ${javascript(seed.data)}`, 'seed-data'),
]

function generated(experiment: Experiment, set: GeneratedKey): CodeLine[] {
  const { data } = experiment
  const value = settingsOf(experiment)
  const { name, code } = javascriptGenerator(set)
  const sequence = dataSet(data).shape.kind === 'sequence'
  return [
    ...streamLines(experiment),
    line(`const noise = ${value('noise')}`, ...noiseSettings(data)),
    ...(sequence ? [line(`const length = ${value('length')}`, 'length')] : []),
    line(''),
    ...plain(code).map((row) =>
      row.text.startsWith(`function ${name}`) ? { ...row, settings: ['data' as const] } : row,
    ),
    ...plain(`
/** The page's own samples, from the same seed. */
function draw(part, count) {
  const named = (use) =>
    stream(dataSeed, set, part, use)
  const where = named('where')
  const jitter = named('jitter')
  const offset = named('offset').uniform()
  return Array.from({ length: count }, (_, i) =>
    ${name}(i, noise, where, jitter, offset),
  )
}
`),
    ...PARTS.map((part) => line(`const ${part} = draw('${part}', ${value(part)})`, 'data', part)),
  ]
}

function stored(experiment: Experiment, dataUrl: string): CodeLine[] {
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

/** `sample(i)`, and all `targets`. */
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

function labelNoise(experiment: Experiment): CodeLine[] {
  const { data } = experiment
  if (!hasLabelNoise(data)) return []
  const classes = dataSet(data).classes.length
  const share = settingsOf(experiment)('label-noise')
  return [
    line(''),
    ...PARTS.filter((part) => part === 'train' || data.labelNoiseIn === 'all').flatMap((part) =>
      call(
        'flip',
        [
          argument(`classes: ${classes}`),
          argument(`share: ${share}`, 'label-noise'),
          argument(`random: stream(dataSeed, set, '${part}', 'label')`, 'seed-data'),
        ],
        { open: `(${part}, { `, close: ' })', indent: '  ', of: ['label-noise-in'] },
      ),
    ),
    ...(data.labelNoiseIn === 'all'
      ? []
      : [line('// Validation and test labels stay clean.', 'label-noise-in')]),
  ]
}

const FEATURE_CODE: Record<Feature, string> = {
  x: 'x1',
  y: 'x2',
  x2: 'x1 ** 2',
  y2: 'x2 ** 2',
  xy: 'x1 * x2',
  'sin-x': 'Math.sin(x1)',
  'sin-y': 'Math.sin(x2)',
}

/** Inputs computed from coordinates. */
function features({ data }: Experiment): CodeLine[] {
  const { extent, inputs } = dataSet(data)
  if (extent === null) return []
  if (inputs === 1) {
    if (data.degree === 1) return [line('// One input: the number itself, degree 1.', 'degree')]
    return [
      ...plain('\n// The powers x, x², … of the one input.'),
      line(`const degree = ${data.degree}`, 'degree'),
      ...plain(`for (const sample of parts.flat())
  sample.x = Array.from(
    { length: degree },
    (_, i) => sample.x[0] ** (i + 1),
  )`),
    ]
  }
  if (data.features.join() === 'x,y')
    return [line('// The network gets the two coordinates, x and y.', 'features')]
  return [
    ...plain(`
for (const sample of parts.flat()) {
  const [x1, x2] = sample.x`),
    ...call(
      '  sample.x = ',
      data.features.map((feature) => argument(FEATURE_CODE[feature], 'features')),
      { open: '[', close: ']', indent: '    ' },
    ).map((row) => (row.text === ']' ? { ...row, text: '  ]' } : row)),
    line('}'),
  ]
}

function inputTensors(experiment: Experiment): CodeLine[] {
  const { data } = experiment
  const { shape, kind } = dataSet(data)
  const wanted = networkShape(experiment)
  const reshaped = wanted.length > 1
  const scaled =
    data.standardize && (shape.kind === 'vector' || (shape.kind === 'sequence' && kind === 'stored'))
  const made = reshaped
    ? [
        line('  tf'),
        line('    .tensor2d(part.map(({ x }) => x))'),
        line(`    .reshape([-1, ${wanted.join(', ')}]),`, 'model'),
      ]
    : plain('  tf.tensor2d(part.map(({ x }) => x)),')
  const name = scaled ? 'xRaw' : '[xTrain, xVal, xTest]'
  return [
    line(''),
    ...(scaled && data.set === 'rows' ? shifted('x', 'sample.x.map((v, j) => v - first.x[j])') : []),
    line(`const ${name} = parts.map((part) =>`),
    ...made,
    line(')'),
    ...(scaled ? standardized('x', shape.kind === 'vector') : []),
    ...(!scaled && shape.kind === 'vector' ? [line('// Inputs are not standardized.', 'standardize')] : []),
  ]
}

function targetTensors(experiment: Experiment): CodeLine[] {
  const { data } = experiment
  const { kind, task } = dataSet(data)
  const scaled = data.standardize && kind === 'stored' && task === 'regression'
  const name = scaled ? 'yRaw' : '[yTrain, yVal, yTest]'
  const made =
    outputHead(experiment) === 'softmax'
      ? `tf.oneHot(part.map(({ y }) => y), ${outputUnits(experiment)}).toFloat()`
      : 'tf.tensor2d(part.map(({ y }) => [y]))'
  return [
    ...(scaled && data.set === 'rows' ? shifted('y', 'sample.y - first.y') : []),
    line(`const ${name} = parts.map((part) =>`),
    line(`  ${made},`),
    line(')'),
    ...(scaled ? standardized('y', false) : []),
  ]
}

/** A table's numbers from those of its first training row on, which standardizing makes no difference to. */
function shifted(letter: 'x' | 'y', value: string): CodeLine[] {
  const lines = `// In float64: tensors would round differences away.
{
  const first = { ...train[0] }
  for (const sample of parts.flat())
    sample.${letter} = ${value}
}`
  return lines.split('\n').map((text) => line(text, 'standardize'))
}

/** By the training part's own mean and deviation, each column by itself or all numbers together. */
function standardized(letter: 'x' | 'y', columns: boolean): CodeLine[] {
  const lines = `// By the training part's own mean and deviation.
const ${letter}Moments = tf.moments(${letter}Raw[0]${columns ? ', 0' : ''})
const ${letter}Deviation = tf.where(
  tf.equal(${letter}Moments.variance, 0),
  1,
  tf.sqrt(${letter}Moments.variance),
)
const [${letter}Train, ${letter}Val, ${letter}Test] = ${letter}Raw.map((${letter}) =>
  tf.div(tf.sub(${letter}, ${letter}Moments.mean), ${letter}Deviation),
)`
  return lines.split('\n').map((text) => line(text, 'standardize'))
}
