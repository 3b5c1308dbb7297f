/** All samples of a set that is not generated, in Python: `x` and `y`, from the libraries that have it. */
import type { DataSettings } from '../domain/experiment/experiment.ts'
import type { Context } from './keras-context.ts'
import { argument, type CodeLine, call, line, plain } from './lines.ts'
import { python } from './python.ts'
import { filled, isInline, TABLE_FILE, tableLiteral } from './table-lines.ts'

/** Packages of those modules, besides numpy. */
const PACKAGES: Readonly<Record<string, string>> = {
  'import seaborn as sns': 'seaborn',
  'import statsmodels.api as sm': 'statsmodels',
  'from sklearn import datasets': 'scikit-learn',
}

export const sourcePackages = (data: DataSettings): string[] =>
  sourceImports(data).flatMap((text) => PACKAGES[text] ?? [])

/** Modules that the samples come from. */
export function sourceImports({ set, rows }: DataSettings): string[] {
  switch (set) {
    case 'rows':
      return rows && isInline(rows) ? [] : ['import json']
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

export function sourceLines({ experiment, value }: Context): CodeLine[] {
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
        line('table = sns.load_dataset("penguins")', 'data'),
        ...plain(`table = table.dropna(subset="bill_length_mm")
x = table[[
    "bill_length_mm",
    "bill_depth_mm",
    "flipper_length_mm",
    "body_mass_g",
]].to_numpy()
y = np.unique(table["species"], return_inverse=True)[1]`),
      ]
    case 'sunspots':
      return [
        line('sunspots = sm.datasets.sunspots.load_pandas().data', 'data'),
        ...plain(`years = sunspots["SUNACTIVITY"].to_numpy()
# Windows of so many years, and the year after each.`),
        line(`length = ${value('length')}`, 'length'),
        ...plain(`x = np.lib.stride_tricks.sliding_window_view(
    years[:-1], length
)[:, :, None]
y = years[length:]`),
      ]
    case 'drawn':
      return [
        line('points = np.array([', 'data', 'points'),
        ...filled(
          (data.points ?? []).map((point) => `(${point.join(', ')})`),
          '    ',
        ).map((row) => line(row, 'points')),
        ...plain('])\nx, y = points[:, :2], points[:, 2].astype(int)'),
      ]
    case 'rows':
      return rows(data)
    default:
      throw new Error(`${data.set} is generated`)
  }
}

function rows({ rows }: DataSettings): CodeLine[] {
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
