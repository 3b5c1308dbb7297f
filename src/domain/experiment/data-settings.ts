/** The settings of the data: which set, how much of it, its noise, and what the network is given of it. */
import * as v from 'valibot'
import { DATA_SETS } from '../data-sets/catalogue.ts'
import { DRAWN_REACH } from '../data-sets/drawn-points.ts'
import { MOST_ROWS, Table } from '../table/table.ts'
import { type Codec, count, flag, number, numberIn, word, words } from './codecs.ts'
import { folded, integer, real, setting, shown } from './setting.ts'
import { among, around, linear, log, onOff } from './sweep-defaults.ts'

export const PARTS = ['train', 'validation', 'test'] as const
export const FEATURES = ['x', 'y', 'x2', 'y2', 'xy', 'sin-x', 'sin-y'] as const

/** Points a person may draw. */
export const MOST_POINTS = 1000
const coordinate = real(-DRAWN_REACH, DRAWN_REACH)
const point = v.strictTuple([coordinate, coordinate, v.picklist([0, 1])])

export const DataSchema = v.strictObject({
  set: v.optional(v.picklist(DATA_SETS), 'circle'),
  /** Samples in each part. Changing one never changes the samples of the others. */
  train: v.optional(integer(1, MOST_ROWS), 50),
  validation: v.optional(integer(1, MOST_ROWS), 225),
  test: v.optional(integer(1, MOST_ROWS), 225),
  /** Strength of the generator's jitter: the points stay the same points, only moved. Real data have none. */
  noise: v.optional(real(0, 1), 0.5),
  /** Share of labels replaced by another class, drawn uniformly. */
  labelNoise: v.optional(real(0, 0.5), 0),
  /** With `all` the noise floor is known exactly; with `train` the evaluation stays clean. */
  labelNoiseIn: v.optional(v.picklist(['train', 'all']), 'train'),
  /** Time steps of a sequence; other data ignore it. */
  length: v.optional(integer(2, 200), 30),
  /** Inputs computed from the two coordinates of 2-D data. */
  features: v.optional(v.pipe(v.array(v.picklist(FEATURES)), v.minLength(1)), () => ['x', 'y'] as const),
  /** Powers x¹…xᵈ given to the network for 1-D data. */
  degree: v.optional(integer(1, 12), 1),
  /**
   * Whether inputs, and the targets of real regressions, are brought to mean 0 and deviation 1, both computed
   * from the training part. Images stay 0..1.
   */
  standardize: v.optional(v.boolean(), true),
  /** `drawn` only: x, y and class (0 or 1) of each point, in the order they were drawn. */
  points: v.optional(v.pipe(v.array(point), v.maxLength(MOST_POINTS))),
  /** `rows` only: a person's own table, which parse.ts makes of what people write. */
  rows: v.optional(v.custom<Table>((value) => value instanceof Table)),
})

/** `0:1.2,-3;1:0.5,2`: points by class, x before y, in the order they were drawn. */
const pointsCodec: Codec = {
  read: (text: string) =>
    text === ''
      ? []
      : text.split(';').map((point) => {
          const [label = '', place = ''] = point.split(':')
          const [x = '', y = ''] = place.split(',')
          return [numberIn(x), numberIn(y), numberIn(label)]
        }),
  write: (value: unknown) =>
    (value as readonly DrawnPoint[]).map(([x, y, label]) => `${label}:${x},${y}`).join(';'),
  takes: 'lists',
}

/** A link only names a table by its digest; the table itself stays with those who read it. */
const tableCodec: Codec = {
  read: (text: string) => ({ digest: text }),
  write: (value: unknown) => (value as Table).digest,
  takes: 'names',
}

export type DrawnPoint = v.InferOutput<typeof point>

export const DATA_SETTINGS = {
  data: setting(
    ['data', 'set'],
    word,
    shown('data'),
    among(DATA_SETS.filter((set) => set !== 'drawn' && set !== 'rows')),
  ),
  train: setting(['data', 'train'], count, shown('data'), log('30 100 300 1000')),
  validation: setting(['data', 'validation'], count, shown('data'), around),
  test: setting(['data', 'test'], count, shown('data'), null),
  noise: setting(['data', 'noise'], number, shown('data'), linear('0 0.1 0.2 0.3 0.5')),
  'label-noise': setting(['data', 'labelNoise'], number, shown('data'), linear('0 0.1 0.2 0.3')),
  'label-noise-in': setting(['data', 'labelNoiseIn'], word, folded('data'), around),
  length: setting(['data', 'length'], count, shown('data'), around),
  features: setting(['data', 'features'], words, folded('data'), around),
  degree: setting(['data', 'degree'], count, folded('data'), linear('1 2 3 5 8 12')),
  standardize: setting(['data', 'standardize'], flag, folded('data'), onOff),
  points: setting(['data', 'points'], pointsCodec, shown('data'), null),
  rows: setting(['data', 'rows'], tableCodec, shown('data'), null),
}
