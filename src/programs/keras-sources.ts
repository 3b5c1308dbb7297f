/**
 * All samples of the sets that are not generated, in Python: `x` and `y`, from the libraries that have them. A set that
 * is missing here does not compile.
 */
import { isGenerated, type StoredKey } from '../domain/data-sets/catalogue.ts'
import type { DataSettings } from '../domain/experiment/experiment.ts'
import type { Context } from './keras-context.ts'
import { argument, type CodeLine, call, line, plain } from './lines.ts'
import { python } from './python.ts'
import { filled, isInline, TABLE_FILE, tableLiteral } from './table-lines.ts'

interface Module {
  readonly statement: string
  /** The package to install for it besides numpy; null if it comes with Python or Keras. */
  readonly package: string | null
}

const SEABORN: Module = { statement: 'import seaborn as sns', package: 'seaborn' }
const STATSMODELS: Module = { statement: 'import statsmodels.api as sm', package: 'statsmodels' }
const SCIKIT_LEARN: Module = { statement: 'from sklearn import datasets', package: 'scikit-learn' }
const JSON_READER: Module = { statement: 'import json', package: null }

interface SampleSource {
  /** The module that the samples come from, where it is one that programs do not import anyway. */
  module(data: DataSettings): Module | null
  lines(context: Context): CodeLine[]
}

const none = () => null

/** The set is one of Keras' own. */
const bundledImages = (name: string, count: string): SampleSource => ({
  module: none,
  lines: () => [
    line(`(x, y), _ = keras.datasets.${name}.load_data()`, 'data'),
    line(`x, y = x[:${count}] / 255, y[:${count}]`, 'data'),
  ],
})

const scikitLearn = (loader: string, ...more: readonly CodeLine[]): SampleSource => ({
  module: () => SCIKIT_LEARN,
  lines: () => [line(`x, y = datasets.${loader}(return_X_y=True)`, 'data'), ...more],
})

const SOURCES: Readonly<Record<StoredKey, SampleSource>> = {
  digits: bundledImages('mnist', '10_000'),
  fashion: bundledImages('fashion_mnist', '6000'),
  'digits-8x8': scikitLearn('load_digits', line('x = x / 16', 'data')),
  'breast-cancer': scikitLearn('load_breast_cancer'),
  wine: scikitLearn('load_wine'),
  diabetes: scikitLearn('load_diabetes'),
  penguins: {
    module: () => SEABORN,
    lines: () => [
      line('table = sns.load_dataset("penguins")', 'data'),
      ...plain(`table = table.dropna(subset="bill_length_mm")
x = table[[
    "bill_length_mm",
    "bill_depth_mm",
    "flipper_length_mm",
    "body_mass_g",
]].to_numpy()
y = np.unique(table["species"], return_inverse=True)[1]`),
    ],
  },
  sunspots: {
    module: () => STATSMODELS,
    lines: ({ value }) => [
      line('sunspots = sm.datasets.sunspots.load_pandas().data', 'data'),
      ...plain(`years = sunspots["SUNACTIVITY"].to_numpy()
# Windows of so many years, and the year after each.`),
      line(`length = ${value('length')}`, 'length'),
      ...plain(`x = np.lib.stride_tricks.sliding_window_view(
    years[:-1], length
)[:, :, None]
y = years[length:]`),
    ],
  },
  drawn: {
    module: none,
    lines: ({ experiment }) => [
      line('points = np.array([', 'data', 'points'),
      ...filled(
        (experiment.data.points ?? []).map((point) => `(${point.join(', ')})`),
        '    ',
      ).map((row) => line(row, 'points')),
      ...plain('])\nx, y = points[:, :2], points[:, 2].astype(int)'),
    ],
  },
  rows: {
    module: ({ rows }) => (rows && isInline(rows) ? null : JSON_READER),
    lines: ({ experiment }) => rowsLines(experiment.data),
  },
}

const moduleOf = (data: DataSettings): Module | null =>
  isGenerated(data.set) ? null : SOURCES[data.set].module(data)

/** Packages that the samples come from, besides numpy. */
export function sourcePackages(data: DataSettings): string[] {
  const name = moduleOf(data)?.package
  return name ? [name] : []
}

/** Import statements of the modules that the samples come from. */
export function sourceImports(data: DataSettings): string[] {
  const module = moduleOf(data)
  return module ? [module.statement] : []
}

export const sourceLines = (set: StoredKey, context: Context): CodeLine[] => SOURCES[set].lines(context)

function rowsLines({ rows }: DataSettings): CodeLine[] {
  const names = (rows?.classes ?? []).map((name) => argument(python(name)))
  return [
    ...(rows && isInline(rows)
      ? tableLiteral(rows, 'table = ', '    ')
      : [
          line('# The page saves this file.', 'rows'),
          line(`with open("${TABLE_FILE}", encoding="utf-8") as file:`, 'rows'),
          line('    table = json.load(file)', 'rows'),
        ]),
    line('x = np.array(table["inputs"])'),
    ...(names.length === 0
      ? [line('y = np.array(table["targets"])')]
      : [
          ...call('classes = ', names, { open: '[', close: ']' }),
          ...plain(`y = np.array([
    classes.index(name) for name in table["targets"]
])`),
        ]),
  ]
}
