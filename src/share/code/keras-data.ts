/** Section 1: samples in three parts, in numpy arrays `x_train`, `y_train`, `x_val`, … as the network wants them. */
import { dataSet } from '../../domain/data/registry.ts'
import type { DataSettings, Feature } from '../../domain/experiment.ts'
import { inputShape, outputHead, outputUnits } from '../../domain/model.ts'
import { isConvolutional, isRecurrent } from '../../domain/model-kinds.ts'
import type { Context } from './keras-context.ts'
import { generatorCode, generatorName, isGenerated } from './keras-generators.ts'
import { argument, type CodeLine, call, line, plain } from './lines.ts'
import { python } from './python.ts'

export function dataLines(context: Context): CodeLine[] {
  const { data } = context.experiment
  return [
    ...(isGenerated(data.set) ? generated(context) : stored(context)),
    ...labelNoise(context),
    ...features(data),
    ...standardization(context),
    ...forNetwork(context),
  ]
}

/** Modules that section 1 needs besides Keras and numpy. */
export function dataImports({ set }: DataSettings): string[] {
  switch (set) {
    case 'rows':
      return ['import pandas as pd']
    case 'penguins':
      return ['import seaborn as sns']
    case 'sunspots':
      return ['import statsmodels.api as sm']
    case 'digits-8x8':
    case 'breast-cancer':
    case 'wine':
    case 'diabetes':
      return ['from sklearn import datasets']
    default:
      return []
  }
}

function generated({ experiment, value }: Context): CodeLine[] {
  const { set } = experiment.data
  if (!isGenerated(set)) throw new Error(`${set} is not generated`)
  const name = generatorName(set)
  const sequence = dataSet(experiment.data).shape.kind === 'sequence'
  const [head = '', ...body] = generatorCode(set).split('\n')
  const part = (part: 'train' | 'validation' | 'test', short: string, stream: number) =>
    call(`x_${short}, y_${short} = ${name}`, [
      argument(value(part), part),
      argument(value('noise'), 'noise'),
      argument(`np.random.default_rng([${value('seed-data')}, ${stream}])`, 'seed-data'),
      ...(sequence ? [argument(value('length'), 'length')] : []),
    ])
  return [
    line(head, 'data'),
    ...plain(body.join('\n')),
    line(''),
    line(''),
    line('# The distribution of the page, not its random draw: other numbers, the same experiment.'),
    ...part('train', 'train', 0),
    ...part('validation', 'val', 1),
    ...part('test', 'test', 2),
  ]
}

function stored(context: Context): CodeLine[] {
  const { experiment, value } = context
  const set = dataSet(experiment.data)
  const rng = line(`rng = np.random.default_rng(${value('seed-data')})`, 'seed-data')
  const noisy = experiment.data.labelNoise > 0 && set.classes.length > 1
  if (set.kind === 'stored' && set.order === 'given')
    return [
      ...loading(context),
      ...(noisy ? [rng] : []),
      line('train = np.flatnonzero(table["part"] == "train")', 'train'),
      line('validation = np.flatnonzero(table["part"] == "validation")', 'validation'),
      line('test = np.flatnonzero(table["part"] == "test")', 'test'),
      ...picking(
        `train[:${value('train')}]`,
        `validation[:${value('validation')}]`,
        `test[:${value('test')}]`,
      ),
    ]
  const series = set.kind === 'stored' && set.order === 'series'
  const order = series
    ? plain('order = np.arange(len(x))  # in the order of time')
    : set.classes.length > 0
      ? plain(
          [
            '# Every stretch of this order has the classes in the proportions of the whole.',
            'rank = np.empty(len(y))',
            'for label in np.unique(y):',
            '    members = rng.permutation(np.flatnonzero(y == label))',
            '    rank[members] = (np.arange(len(members)) + rng.random()) / len(members)',
            'order = np.argsort(rank)',
          ].join('\n'),
        )
      : plain('order = rng.permutation(len(x))')
  return [
    ...loading(context),
    line(''),
    ...(series ? [] : [rng]),
    ...order,
    ...(series ? [] : [line(`rest = rng.permutation(order[${value('train')}:])`, 'train')]),
    ...picking(
      `order[:${value('train')}]`,
      series ? `order[-2::-2][:${value('validation')}]` : `rest[:${value('validation')}]`,
      series ? `order[-1::-2][:${value('test')}]` : `rest[-${value('test')}:]`,
    ),
  ]
}

function picking(train: string, validation: string, test: string): CodeLine[] {
  return [
    line(`train = ${train}`, 'train'),
    line(`validation, test = ${validation}, ${test}`, 'validation', 'test'),
    ...plain(
      'x_train, x_val, x_test = x[train], x[validation], x[test]\ny_train, y_val, y_test = y[train], y[validation], y[test]',
    ),
  ]
}

/** `x` and `y` of all samples there are. */
function loading({ experiment, value }: Context): CodeLine[] {
  const { data } = experiment
  const bundled = (loader: string) => [line(`x, y = datasets.${loader}(return_X_y=True)`, 'data')]
  const images = (name: string, count: string) => [
    line(`(x, y), _ = keras.datasets.${name}.load_data()`, 'data'),
    line(`x, y = x[:${count}] / 255, y[:${count}]`, 'data'),
  ]
  switch (data.set) {
    case 'digits':
      return images('mnist', '10_000')
    case 'fashion':
      return images('fashion_mnist', '6000')
    case 'digits-8x8':
      return [...bundled('load_digits'), line('x = x / 16', 'data')]
    case 'breast-cancer':
      return bundled('load_breast_cancer')
    case 'wine':
      return bundled('load_wine')
    case 'diabetes':
      return bundled('load_diabetes')
    case 'penguins':
      return [
        line('table = sns.load_dataset("penguins").dropna(subset="bill_length_mm")', 'data'),
        ...call(
          'x = table',
          ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g'].map((name) =>
            argument(python(name)),
          ),
          {
            open: '[[',
            close: ']].to_numpy()',
          },
        ),
        line('y = np.unique(table["species"], return_inverse=True)[1]'),
      ]
    case 'sunspots':
      return [
        line('years = sm.datasets.sunspots.load_pandas().data["SUNACTIVITY"].to_numpy()', 'data'),
        line('# Windows of so many years, and the year after each.'),
        line(`length = ${value('length')}`, 'length'),
        ...plain(
          'x = np.lib.stride_tricks.sliding_window_view(years[:-1], length)[:, :, None]\ny = years[length:]',
        ),
      ]
    case 'drawn':
      return [
        ...call('points = np.array', [
          argument(
            `[${(data.points ?? []).map((point) => `(${point.join(', ')})`).join(', ')}]`,
            'data',
            'points',
          ),
        ]),
        ...plain('x, y = points[:, :2], points[:, 2].astype(int)'),
      ]
    case 'rows':
      return rows(data)
    default:
      throw new Error(`${data.set} is generated`)
  }
}

function rows({ rows }: DataSettings): CodeLine[] {
  if (!rows) throw new Error('no rows')
  const target = `table[${python(rows.target)}]`
  return [
    line('table = pd.read_csv("table.csv")', 'data', 'rows'),
    ...call(
      'x = table',
      rows.columns.map((name) => argument(python(name))),
      {
        open: '[[',
        close: ']].to_numpy()',
      },
    ),
    ...(rows.classes.length === 0
      ? [line(`y = ${target}.to_numpy()`)]
      : [
          ...call(
            'classes = ',
            rows.classes.map((name) => argument(python(name))),
            { open: '[', close: ']' },
          ),
          line(`y = ${target}.astype(str).map(classes.index).to_numpy()`),
        ]),
  ]
}

function labelNoise({ experiment, value }: Context): CodeLine[] {
  const { data } = experiment
  const classes = dataSet(data).classes.length
  if (classes < 2 || data.labelNoise === 0) return []
  const flip = (short: string, stream: number) =>
    line(
      `y_${short} = flip(y_${short}, np.random.default_rng([${value('seed-data')}, ${stream}]))`,
      'label-noise',
      'label-noise-in',
      'seed-data',
    )
  return [
    ...plain(`

def flip(y, rng):
    """Replaces a share of the labels, each by another class."""`),
    line(`    flipped = rng.permutation(len(y)) < round(${value('label-noise')} * len(y))`, 'label-noise'),
    line(`    other = (y + rng.integers(1, ${classes}, len(y))) % ${classes}`, 'label-noise'),
    ...plain('    return np.where(flipped, other, y)\n\n'),
    flip('train', 3),
    ...(data.labelNoiseIn === 'all'
      ? [flip('val', 4), flip('test', 5)]
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
  const all = 'x_train, x_val, x_test'
  if (inputs === 1) {
    if (data.degree === 1) return [line('# One input: the number itself, degree 1.', 'degree')]
    return [
      line(''),
      line('# The powers x, x², … of the one input.'),
      line(`degree = ${data.degree}`, 'degree'),
      line(`${all} = (x ** np.arange(1, degree + 1) for x in (${all}))`, 'degree'),
    ]
  }
  if (data.features.join() === 'x,y')
    return [line('# The network gets the two coordinates, x and y.', 'features')]
  return [
    ...plain('\n\ndef features(x):\n    x1, x2 = x.T'),
    line(
      `    return np.stack([${data.features.map((feature) => FEATURE_CODE[feature]).join(', ')}], axis=1)`,
      'features',
    ),
    ...plain('\n'),
    line(`${all} = map(features, (${all}))`, 'features'),
  ]
}

function standardization({ experiment }: Context): CodeLine[] {
  const { data } = experiment
  const { shape, kind, task } = dataSet(data)
  if (shape.kind === 'image') return []
  const inputs = shape.kind === 'vector' || kind === 'stored'
  const targets = kind === 'stored' && task === 'regression'
  if (!data.standardize) return inputs ? [line('# Inputs are not standardized.', 'standardize')] : []
  const scaled = (name: 'x' | 'y', axis: string) => {
    const all = `${name}_train, ${name}_val, ${name}_test`
    return [
      line(`mean, deviation = ${name}_train.mean(${axis}), ${name}_train.std(${axis})`, 'standardize'),
      line('deviation = np.where(deviation == 0, 1, deviation)', 'standardize'),
      line(`${all} = ((${name} - mean) / deviation for ${name} in (${all}))`, 'standardize'),
    ]
  }
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
  const { data, loss } = experiment
  const lines: CodeLine[] = []
  if (dataSet(data).shape.kind === 'image') {
    const shape = networkShape(experiment)
    lines.push(
      line(
        `x_train, x_val, x_test = (x.reshape(-1, ${shape.join(', ')}) for x in (x_train, x_val, x_test))`,
        'model',
      ),
    )
  }
  if (outputUnits(experiment) === 1)
    lines.push(line('y_train, y_val, y_test = (y.reshape(-1, 1) for y in (y_train, y_val, y_test))'))
  else if (loss === 'mse' && outputHead(experiment) === 'softmax')
    lines.push(
      line(
        `y_train, y_val, y_test = (keras.utils.to_categorical(y, ${outputUnits(experiment)}) for y in (y_train, y_val, y_test))`,
        'loss',
      ),
    )
  return lines
}

/** The shape of a sample as the first layer gets it. */
export function networkShape(experiment: Context['experiment']): number[] {
  const shape = inputShape(experiment)
  const { kind } = experiment.model
  switch (shape.kind) {
    case 'vector':
      return [shape.size]
    case 'image':
      if (isConvolutional(kind)) return [shape.height, shape.width, 1]
      return isRecurrent(kind) ? [shape.height, shape.width] : [shape.height * shape.width]
    case 'sequence':
      return isRecurrent(kind) ? [shape.steps, shape.features] : [shape.steps * shape.features]
    default:
      return shape satisfies never
  }
}
