/** Section 1: the page's own samples in three parts, in tensors `xTrain`, `yTrain`, `xVal`, … */
import { dataSet } from '../domain/data/registry.ts'
import { type GeneratedKey, isGenerated } from '../domain/data-sets/catalogue.ts'
import { type Experiment, type Feature, PARTS } from '../domain/experiment/experiment.ts'
import { javascriptGenerator } from './generators/generators.ts'
import { settingsOf } from './javascript.ts'
import { argument, type CodeLine, call, line, plain } from './lines.ts'
import { noiseSettings } from './noise.ts'
import { isInline, TABLE_FILE } from './table-lines.ts'
import { hasLabelNoise, stored, streamLines } from './tfjs-stored.ts'
import { inputTensors, targetTensors } from './tfjs-tensors.ts'

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

/** Modules that section 1 needs besides TensorFlow.js. */
export function dataImports({ data }: Experiment): CodeLine[] {
  if (data.set !== 'rows' || (data.rows && isInline(data.rows))) return []
  return [
    line('// Saved by the page; imported from Node 20.10 on.'),
    line(`import table from './${TABLE_FILE}'`, 'rows'),
    line("  with { type: 'json' }"),
  ]
}

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
