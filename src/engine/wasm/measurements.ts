/** What an epoch's row says of its training: the kernels measure it, and it is read here from their records. */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { RelativeUpdates } from '../training/probes.ts'
import type { Report, Sums } from '../training/trainer.ts'
import { REPORT_KERNELS, REPORT_SIZES } from './kernels/codes.ts'
import { FIT_FIELDS, type Layout, reportFields } from './layout.ts'

export class WasmMeasurements {
  readonly #layers: number
  readonly #strengths: Experiment['regularization']
  readonly #report: Float64Array
  /** Of the epoch in progress: the losses of the scored rows, and for each of them Σ|w| and Σw² over kernels. */
  readonly #fitSums: Float64Array
  #fitRows = 0
  /** Of each hidden layer, what is not 0 at units that were active since the last report. */
  readonly #marks: readonly Int32Array[]
  readonly #updates: RelativeUpdates

  constructor(
    memory: ArrayBufferLike,
    { layers, report, fitSums, marks }: Pick<Layout, 'layers' | 'report' | 'fitSums' | 'marks'>,
    { regularization }: Experiment,
  ) {
    this.#layers = layers.length
    this.#strengths = regularization
    this.#updates = new RelativeUpdates(layers.length)
    this.#report = new Float64Array(memory, report, reportFields(layers.length))
    this.#fitSums = new Float64Array(memory, fitSums, FIT_FIELDS)
    this.#marks = marks.map(({ at, units }) =>
      at === 0 ? new Int32Array() : new Int32Array(memory, at, units),
    )
  }

  beginEpoch() {
    this.#fitSums.fill(0)
    this.#fitRows = 0
  }

  /** The kernels add up the losses of so many more rows. */
  countFitRows(rows: number) {
    this.#fitRows += rows
  }

  /** Keeps what the kernels say of the update that they have just watched. */
  watch() {
    this.#updates.add(this.#report, REPORT_KERNELS + this.#layers)
  }

  /** Once the kernels have summarized. What counts since the last report begins anew. */
  report(hasGradient: boolean): Report {
    const values = this.#report
    const { l1, l2 } = this.#strengths
    const report = {
      train: this.#sums(0),
      validation: this.#sums(1),
      test: this.#sums(2),
      penalty: l1 * values[REPORT_SIZES]! + l2 * values[REPORT_SIZES + 1]!,
      gradients: hasGradient
        ? Array.from(values.subarray(REPORT_KERNELS, REPORT_KERNELS + this.#layers), Math.sqrt)
        : [],
      updates: this.#updates.medians(),
      inactive: this.#marks.map(inactiveShare),
      fitLoss: (this.#fitSums[0]! + l1 * this.#fitSums[1]! + l2 * this.#fitSums[2]!) / this.#fitRows,
    }
    values.fill(0, 0, REPORT_SIZES)
    for (const marks of this.#marks) marks.fill(0)
    return report
  }

  #sums(part: number): Sums {
    const values = this.#report
    return { loss: values[3 * part]!, squares: values[3 * part + 2]!, correct: values[3 * part + 1]! }
  }
}

/** Of a layer where every unit counts as active there are no marks. */
function inactiveShare(marks: Int32Array): number {
  if (marks.length === 0) return 0
  let inactive = 0
  for (let i = 0; i < marks.length; i++) if (marks[i] === 0) inactive++
  return inactive / marks.length
}
