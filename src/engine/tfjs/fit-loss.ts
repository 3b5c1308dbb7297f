/**
 * What `fit` prints: the losses of batches as they are trained on, and the penalty of the weights of that moment. The logits
 * are there anyway. They wait until there are many, because on WebGL scoring costs draws, whatever the number of rows.
 */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { type Head, outputHead } from '../../domain/network/inputs-outputs.ts'
import { joined } from './dense.ts'
import { score } from './loss.ts'
import { addPenalty } from './penalties.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

/** Every WebGL 2 allows a program 16 textures, so that joining as many pieces is one draw. */
const MOST_WAITING = 16

interface Waiting {
  readonly logits: Tensor2D
  readonly targets: Tensor2D
}

export class FitLoss {
  readonly #experiment: Experiment
  readonly #head: Head
  /** 1 at kernels, 0 at biases; null when nothing is penalized. */
  readonly #kernels: Tensor1D | null
  #rows = 0
  #waiting: Waiting[] = []
  /** [loss sum, hits, squared losses] of rows that wait no longer. */
  #scored: Tensor1D[] = []
  /** Of each weight its penalty, summed over the rows. */
  #penalties: Tensor1D | null = null

  constructor(experiment: Experiment, kernels: Tensor1D | null) {
    this.#experiment = experiment
    this.#head = outputHead(experiment)
    this.#kernels = kernels
  }

  /** Forgets the epoch. */
  restart() {
    for (const { logits, targets } of this.#waiting) tf.dispose([logits, targets])
    tf.dispose(this.#scored)
    this.#penalties?.dispose()
    this.#waiting = []
    this.#scored = []
    this.#penalties = null
    this.#rows = 0
  }

  /** Counts rows that are trained on with these weights. */
  add(logits: Tensor2D, targets: Tensor2D, weights: Tensor1D) {
    this.#rows += logits.shape[0]
    this.#waiting.push({ logits: tf.keep(tf.clone(logits)), targets: tf.keep(tf.clone(targets)) })
    if (this.#waiting.length === MOST_WAITING) this.settle()
    if (this.#kernels === null) return
    const { regularization } = this.#experiment
    const sum = addPenalty(this.#penalties, weights, this.#kernels, regularization, logits.shape[0])
    this.#penalties?.dispose()
    this.#penalties = tf.keep(sum)
  }

  /** Scores the rows that wait. */
  settle() {
    if (this.#waiting.length === 0) return
    const { loss } = this.#experiment
    const sums = tf.tidy(() => {
      const together = (key: keyof Waiting) => {
        const parts = this.#waiting.map((each) => each[key])
        const columns = parts[0]!.shape[1]
        return tf.reshape(parts.length === 1 ? parts[0]! : joined(parts), [-1, columns]) as Tensor2D
      }
      return score(loss, this.#head, together('logits'), together('targets'))
    })
    for (const { logits, targets } of this.#waiting) tf.dispose([logits, targets])
    this.#waiting = []
    this.#scored.push(tf.keep(sums))
  }

  /** What `mean` reads. */
  sums(): Tensor[] {
    return this.#penalties === null ? [...this.#scored] : [...this.#scored, tf.sum(this.#penalties)]
  }

  mean(sums: Float32Array): number {
    let total = this.#penalties === null ? 0 : sums.at(-1)!
    for (let i = 0; i < this.#scored.length; i++) total += sums[3 * i]!
    return total / this.#rows
  }
}
