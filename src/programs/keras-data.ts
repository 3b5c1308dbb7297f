/** Section 1: samples in three parts, in numpy arrays `x_train`, `y_train`, `x_val`, … as the network wants them. */
import { dataSet, type StoredSet } from '../domain/data/registry.ts'
import { type GeneratedKey, isGenerated, type StoredKey } from '../domain/data-sets/catalogue.ts'
import type { DataSettings, Feature } from '../domain/experiment/experiment.ts'
import { outputHead, outputUnits } from '../domain/network/inputs-outputs.ts'
import type { SettingKey } from '../domain/settings/settings.ts'
import { pythonGenerator } from './generators/generators.ts'
import type { Context } from './keras-context.ts'
import { sourceLines } from './keras-sources.ts'
import { argument, type CodeLine, call, line, plain } from './lines.ts'
import { networkShape } from './network-shape.ts'
import { noiseSettings } from './noise.ts'

/** The functions at the beginning of the section. They depend on no setting but the data set. */
export function dataFunctions(context: Context): CodeLine[] {
  const { set } = context.experiment.data
  const [head = '', ...body] = isGenerated(set) ? pythonGenerator(set).code.split('\n') : []
  return [
    ...(head === '' ? [] : [line(head, 'data'), ...body.map((text) => line(text))]),
    ...(flips(context) ? flipFunction(head !== '') : []),
  ]
}

export function dataLines(context: Context): CodeLine[] {
  const { data } = context.experiment
  return [
    ...(isGenerated(data.set) ? generated(context, data.set) : stored(context, data.set)),
    ...labelNoise(context),
    ...features(data),
    ...standardization(context),
    ...forNetwork(context),
  ]
}

function generated({ experiment, value }: Context, set: GeneratedKey): CodeLine[] {
  const sequence = dataSet(experiment.data).shape.kind === 'sequence'
  const part = (part: 'train' | 'validation' | 'test', short: string, stream: number) =>
    call(
      `x_${short}, y_${short} = ${pythonGenerator(set).name}`,
      [
        argument(`count=${value(part)}`, part),
        argument(`noise=${value('noise')}`, ...noiseSettings(experiment.data)),
        argument(`rng=np.random.default_rng([${value('seed-data')}, ${stream}])`, 'seed-data'),
        ...(sequence ? [argument(`length=${value('length')}`, 'length')] : []),
      ],
      { of: ['data'] },
    )
  return [
    line('# Distributed as on the page, but other numbers.'),
    ...part('train', 'train', 0),
    ...part('validation', 'val', 1),
    ...part('test', 'test', 2),
  ]
}

function stored(context: Context, key: StoredKey): CodeLine[] {
  const { experiment, value } = context
  const set = dataSet(experiment.data)
  if (set.kind !== 'stored') throw new Error(`${experiment.data.set} is generated`)
  if (set.order === 'given')
    return [
      ...sourceLines(key, context),
      ...plain('part = np.array(table["part"])'),
      ...picking(
        `np.flatnonzero(part == "train")[:${value('train')}]`,
        `np.flatnonzero(part == "validation")[:${value('validation')}]`,
        `np.flatnonzero(part == "test")[:${value('test')}]`,
      ),
    ]
  const series = set.order === 'series'
  return [
    ...sourceLines(key, context),
    line(''),
    ...(series ? [] : [line(`rng = np.random.default_rng(${value('seed-data')})`, 'seed-data')]),
    ...orderOf(set),
    ...(series ? [] : [line(`rest = rng.permutation(order[${value('train')}:])`, 'train')]),
    ...picking(
      `order[:${value('train')}]`,
      series ? `order[-2::-2][:${value('validation')}]` : `rest[:${value('validation')}]`,
      series ? `order[-1::-2][:${value('test')}]` : `rest[-${value('test')}:]`,
    ),
  ]
}

function orderOf({ order, classes }: StoredSet): CodeLine[] {
  if (order === 'series') return plain('order = np.arange(len(x))  # in the order of time')
  if (classes.length === 0) return plain('order = rng.permutation(len(x))')
  return plain(`# Every stretch has the classes in their shares.
rank = np.empty(len(y))
for label in np.unique(y):
    members = np.flatnonzero(y == label)
    rng.shuffle(members)
    spread = np.arange(len(members)) + rng.random()
    rank[members] = spread / len(members)
order = np.argsort(rank)`)
}

function picking(train: string, validation: string, test: string): CodeLine[] {
  return [
    line(`train = ${train}`, 'train'),
    line(`validation = ${validation}`, 'validation'),
    line(`test = ${test}`, 'test'),
    ...plain(`parts = train, validation, test
x_train, x_val, x_test = (x[part] for part in parts)
y_train, y_val, y_test = (y[part] for part in parts)`),
  ]
}

function flips({ experiment, swept }: Context): boolean {
  const { labelNoise } = experiment.data
  return (labelNoise > 0 || swept('label-noise') !== null) && dataSet(experiment.data).classes.length > 1
}

const flipFunction = (after: boolean): CodeLine[] =>
  plain(`${after ? '\n\n' : ''}def flip(y, classes, share, rng):
    """Gives a share of the labels to other classes."""
    rank = rng.permutation(len(y))
    flipped = rank < round(share * len(y))
    shift = rng.integers(1, classes, len(y))
    return np.where(flipped, (y + shift) % classes, y)`)

function labelNoise(context: Context): CodeLine[] {
  if (!flips(context)) return []
  const { experiment, value } = context
  const { data } = experiment
  const flip = (short: string, stream: number) =>
    call(`y_${short} = flip`, [
      argument(`y_${short}`, 'label-noise-in'),
      argument(`classes=${dataSet(data).classes.length}`),
      argument(`share=${value('label-noise')}`, 'label-noise'),
      argument(`rng=np.random.default_rng([${value('seed-data')}, ${stream}])`, 'seed-data'),
    ])
  return [
    line(''),
    ...flip('train', 3),
    ...(data.labelNoiseIn === 'all'
      ? [...flip('val', 4), ...flip('test', 5)]
      : [line('# Validation and test labels stay clean.', 'label-noise-in')]),
  ]
}

const FEATURE_CODE: Record<Feature, string> = {
  x: 'x1',
  y: 'x2',
  x2: 'x1**2',
  y2: 'x2**2',
  xy: 'x1 * x2',
  'sin-x': 'np.sin(x1)',
  'sin-y': 'np.sin(x2)',
}

/** Inputs computed from coordinates. */
function features(data: DataSettings): CodeLine[] {
  const { extent, inputs } = dataSet(data)
  if (extent === null) return []
  if (inputs === 1) {
    if (data.degree === 1) return [line('# One input: the number itself, degree 1.', 'degree')]
    return [
      ...plain('\n# The powers x, x², … of the one input.'),
      line(`powers = np.arange(1, ${data.degree + 1})`, 'degree'),
      ...ofAll('x', 'x**powers', 'degree'),
    ]
  }
  if (data.features.join() === 'x,y')
    return [line('# The network gets the two coordinates, x and y.', 'features')]
  const columns = data.features.map((feature) => argument(FEATURE_CODE[feature], 'features'))
  return [
    ...plain('\n\ndef features(x):\n    x1, x2 = x.T'),
    ...call('    return np.stack', columns, { open: '([', close: '], axis=1)', indent: '        ' }).map(
      (row, i, all) => (i > 0 && i === all.length - 1 ? line(`    ${row.text}`) : row),
    ),
    ...plain('\n'),
    ...ofAll('x', 'features(x)', 'features'),
  ]
}

/** Applies one expression to the inputs or targets of all three parts. */
const ofAll = (letter: 'x' | 'y', made: string, ...settings: SettingKey[]): CodeLine[] => {
  const all = `${letter}_train, ${letter}_val, ${letter}_test`
  return [
    line(`${all} = (`, ...settings),
    line(`    ${made}`, ...settings),
    line(`    for ${letter} in (${all})`, ...settings),
    line(')', ...settings),
  ]
}

function standardization({ experiment }: Context): CodeLine[] {
  const { data } = experiment
  const { shape, kind, task } = dataSet(data)
  if (shape.kind === 'image') return []
  const inputs = shape.kind === 'vector' || kind === 'stored'
  const targets = kind === 'stored' && task === 'regression'
  if (!data.standardize) return inputs ? [line('# Inputs are not standardized.', 'standardize')] : []
  const scaled = (letter: 'x' | 'y', axis: string) => [
    line(`mean = ${letter}_train.mean(${axis})`, 'standardize'),
    line(`deviation = ${letter}_train.std(${axis})`, 'standardize'),
    line('deviation = np.where(deviation == 0, 1, deviation)', 'standardize'),
    ...ofAll(letter, `(${letter} - mean) / deviation`, 'standardize'),
  ]
  if (!inputs && !targets) return []
  return [
    line(''),
    line("# By the training part's own mean and deviation.", 'standardize'),
    ...(inputs ? scaled('x', shape.kind === 'sequence' ? '' : 'axis=0') : []),
    ...(targets ? scaled('y', '') : []),
  ]
}

/** The shape of the network's input, and targets as its loss wants them. */
function forNetwork({ experiment }: Context): CodeLine[] {
  const { shape } = dataSet(experiment.data)
  const wanted = networkShape(experiment).join(', ')
  const reshaped = shape.kind === 'image' || (shape.kind === 'sequence' && wanted.split(', ').length === 1)
  const units = outputUnits(experiment)
  const hot = experiment.loss === 'mse' && outputHead(experiment) === 'softmax'
  return [
    ...(reshaped ? ofAll('x', `x.reshape(-1, ${wanted})`, 'model') : []),
    ...(units === 1 ? ofAll('y', 'y.reshape(-1, 1)') : []),
    ...(hot ? ofAll('y', `keras.utils.to_categorical(y, ${units})`, 'loss') : []),
  ]
}
