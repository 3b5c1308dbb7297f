/**
 * What an epoch's row says of its training: sums that stay on the device until a report reads all of them in one go, and
 * which belong to this until then.
 */
import type { Experiment, Part } from '../../domain/experiment/experiment.ts'
import { type Head, outputHead } from '../../domain/network/inputs-outputs.ts'
import type { NetworkLayer } from '../../domain/network/layers.ts'
import { networkLayers } from '../../domain/network/network.ts'
import { PROBES } from '../training/probes.ts'
import type { Report, Sums } from '../training/trainer.ts'
import { Activity } from './activity.ts'
import { downloadGroups } from './download.ts'
import { FitLoss } from './fit-loss.ts'
import { score } from './loss.ts'
import { Moves } from './moves.ts'
import type { Watch } from './network.ts'
import { penalty } from './penalties.ts'
import { slice, type Table } from './tables.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

interface Measured {
  readonly part: Part
  /** [loss sum, hits, squared losses] */
  readonly sums: Tensor1D
}

export class TfjsMeasurements {
  readonly #experiment: Experiment
  readonly #layers: readonly NetworkLayer[]
  readonly #head: Head
  /** 1 at kernels, 0 at biases; null when nothing is penalized. */
  readonly #penalized: Tensor1D | null
  readonly #moves: Moves
  readonly #activity: Activity
  readonly #fitLoss: FitLoss
  #measured: Measured[] = []

  constructor(experiment: Experiment, penalized: Tensor1D | null) {
    this.#experiment = experiment
    this.#layers = networkLayers(experiment)
    this.#head = outputHead(experiment)
    this.#penalized = penalized
    this.#moves = new Moves(this.#layers)
    this.#activity = new Activity(this.#layers)
    this.#fitLoss = new FitLoss(experiment, penalized)
  }

  beginEpoch() {
    this.#fitLoss.restart()
  }

  /** Counts rows in the loss of `fit`, which are trained on with these weights. */
  addFitLoss(logits: Tensor2D, targets: Tensor2D, weights: Tensor1D) {
    this.#fitLoss.add(logits, targets, weights)
  }

  /** The weights before an update and after it. */
  watch(before: Tensor1D, after: Tensor1D) {
    this.#moves.watch(before, after)
  }

  /** Scores the rows [from, to) of a part, of which `forward` makes logits. */
  score(
    part: Part,
    table: Table,
    from: number,
    to: number,
    forward: (inputs: Tensor2D, watch?: Watch) => Tensor2D,
  ) {
    const probes = part === 'train' ? Math.max(0, Math.min(to, PROBES) - from) : 0
    const [sums, ...active] = tf.tidy(() => {
      const { inputs, targets } = slice(table, from, to)
      const layers: Tensor2D[] = []
      const watch = (_: number, outputs: Tensor2D) => layers.push(outputs)
      const logits = forward(inputs, probes > 0 ? watch : undefined)
      const scored = score(this.#experiment.loss, this.#head, logits, targets)
      return [scored, ...(probes > 0 ? this.#activity.draw(layers, probes) : [])] as const
    })
    this.#measured.push({ part, sums })
    if (probes > 0) this.#activity.add(probes, active)
  }

  /** Of these weights and this gradient. What counts since the last report begins anew. */
  report(weights: Tensor1D, gradient: Tensor1D | null): Report {
    this.#fitLoss.settle()
    const [measured, ...rest] = downloadGroups(() => [
      this.#measured.map(({ sums }) => sums),
      this.#penalized === null ? [] : [penalty(weights, this.#penalized, this.#experiment.regularization)],
      gradient === null ? [] : [this.#gradientSquares(gradient)],
      this.#moves.sums(),
      this.#activity.numbers(),
      this.#fitLoss.sums(),
    ])
    const [penalties, squares, moves, active, fit] = rest
    const totals = { train: [0, 0, 0], validation: [0, 0, 0], test: [0, 0, 0] }
    this.#measured.forEach(({ part, sums }, i) => {
      for (const k of [0, 1, 2]) totals[part][k]! += measured![3 * i + k]!
      sums.dispose()
    })
    this.#measured = []
    const sumsOf = (part: Part): Sums => {
      const [loss, correct, squared] = totals[part]
      return { loss: loss!, squares: squared!, correct: correct! }
    }
    return {
      train: sumsOf('train'),
      validation: sumsOf('validation'),
      test: sumsOf('test'),
      penalty: penalties![0] ?? 0,
      gradients: Array.from(squares!, Math.sqrt),
      updates: this.#moves.relative(moves!),
      inactive: this.#activity.inactive(active!),
      fitLoss: this.#fitLoss.mean(fit!),
    }
  }

  dispose() {
    tf.dispose(this.#measured.map(({ sums }) => sums))
    this.#moves.dispose()
    this.#activity.dispose()
    this.#fitLoss.restart()
  }

  #gradientSquares(gradient: Tensor1D): Tensor {
    const squares = tf.square(gradient)
    return tf.stack(
      this.#layers.map(({ kernelAt, biasAt }) => tf.mean(tf.slice(squares, kernelAt, biasAt - kernelAt))),
    )
  }
}
