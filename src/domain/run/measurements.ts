/**
 * What is measured of an epoch: the type, and the table that every encoding is made from (measurement-schema.ts reads
 * JSON, packing.ts fills the browser's database, files/curves-table.ts writes and reads CSV). A measurement that is in
 * the type and not in the table, or the other way round, does not compile.
 */

/** Data loss of frozen weights, dropout off, no penalty; accuracy for classes, R² for numbers. */
export interface Score {
  readonly loss: number
  readonly accuracy?: number
  readonly r2?: number
}

/** A score has at most one of these beside its loss. */
export const QUALITIES = ['accuracy', 'r2'] as const
export type Quality = (typeof QUALITIES)[number]

/** Every run measures all of it. Whatever is added is optional: the runs that people saved before lack it. */
export interface EpochRow {
  /** From 1. */
  readonly epoch: number
  readonly train: Score
  readonly validation: Score
  /** L1 and L2 penalty of the same weights; not part of the losses. */
  readonly penalty: number
  readonly learningRate: number
  /** Root mean square of the data-loss gradient of each kernel on the epoch's last mini-batch, input side first. */
  readonly gradients: readonly number[]
  /** Wall time of the epoch, pauses left out. */
  readonly seconds: number
  /** Standard error of the validation loss: the population deviation of the samples' losses over √n. NaN of one sample. */
  readonly validationError?: number
  /**
   * ‖ΔW‖/‖W‖ of each kernel (with its recurrent one), W before the update, input side first. Median over three of the epoch's
   * updates, the middle ones of its thirds, or over all where it has no more. NaN where the kernel was 0.
   */
  readonly updates?: readonly number[]
  /**
   * Of each hidden layer, the share of units that are 0 for every probe (ReLU) or within 1 % of a bound for every probe
   * (sigmoid, tanh, LSTM, GRU); 0 of other activations. Probes are the first 256 training samples in the order of the data,
   * dropout off. A filter is inactive if it is so at every position, before pooling, a recurrent unit if it is so at every
   * step that its layer hands on.
   */
  readonly inactive?: readonly number[]
  /**
   * What `fit` of Keras prints as the training loss of the epoch: the mean over its samples of the loss at which each was trained
   * on, by the weights of that moment, through the dropout mask of its batch, and with the penalty of those weights.
   */
  readonly fitLoss?: number
}

/** The same network before its first update. */
export type Start = Pick<EpochRow, 'train' | 'validation' | 'gradients'> &
  Pick<Required<EpochRow>, 'inactive'>

export type Measurement = Exclude<keyof EpochRow, 'epoch'>
export type OptionalMeasurement = {
  [K in Measurement]: undefined extends EpochRow[K] ? K : never
}[Measurement]
interface Shapes {
  readonly number: number
  readonly score: Score
  /** A number for each layer, input side first. */
  readonly layers: readonly number[]
}
export type Shape = keyof Shapes
type ShapeOf<V> = { [S in Shape]: V extends Shapes[S] ? S : never }[Shape]
type KeyOf<S extends Shape> = {
  [K in Measurement]: ShapeOf<NonNullable<EpochRow[K]>> extends S ? K : never
}[Measurement]

interface Column<V> {
  readonly shape: ShapeOf<NonNullable<V>>
  /** In CSV. `_loss`, `_accuracy` and `_r2` follow it for a score, `_1`, `_2`, … for layers. */
  readonly heading: string
  readonly optional: undefined extends V ? true : false
  /** Which numbers a file may have. A number that may be missing is null in JSON and an empty cell in CSV. */
  readonly values: 'finite' | 'not-negative' | 'may-be-missing'
  /** Whether it travels with runs in a link, which has to be short. */
  readonly inLinks: boolean
}

const score = { shape: 'score', optional: false, values: 'finite', inLinks: true } as const
const number = { shape: 'number', optional: false, values: 'finite', inLinks: true } as const
const layers = { shape: 'layers', optional: false, values: 'may-be-missing', inLinks: false } as const
/** Absent of runs that were saved before it was measured. */
const added = { optional: true, values: 'may-be-missing', inLinks: false } as const

/** In the order that the keys of a row have in JSON. */
export const MEASUREMENTS: { readonly [K in Measurement]-?: Column<EpochRow[K]> } = {
  train: { ...score, heading: 'train' },
  validation: { ...score, heading: 'validation' },
  penalty: { ...number, heading: 'penalty' },
  learningRate: { ...number, heading: 'learning_rate' },
  gradients: { ...layers, heading: 'gradient' },
  seconds: { ...number, heading: 'seconds', values: 'not-negative', inLinks: false },
  validationError: { ...number, ...added, heading: 'validation_error' },
  updates: { ...layers, ...added, heading: 'update' },
  inactive: { ...layers, ...added, heading: 'inactive' },
  fitLoss: { ...number, ...added, heading: 'fit_loss' },
}

export const MEASUREMENT_KEYS = Object.keys(MEASUREMENTS) as readonly Measurement[]

export function keysOf<S extends Shape>(shape: S, optional: boolean): readonly KeyOf<S>[] {
  const fits = (key: Measurement): key is KeyOf<S> =>
    MEASUREMENTS[key].shape === shape && MEASUREMENTS[key].optional === optional
  return MEASUREMENT_KEYS.filter(fits)
}

const isOptional = (key: Measurement): key is OptionalMeasurement => MEASUREMENTS[key].optional

/** Scores, then numbers, then what every layer has: the order in a block of numbers. */
const BY_SHAPE: readonly Measurement[] = (['score', 'number', 'layers'] as const).flatMap((shape) => [
  ...keysOf(shape, false),
  ...keysOf(shape, true),
])
export const ALWAYS_MEASURED = BY_SHAPE.filter((key) => !isOptional(key))
export const OPTIONAL = BY_SHAPE.filter(isOptional)
