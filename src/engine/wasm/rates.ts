/** What the kernels are told of an update: the record `Rates` (kernels/memory.ts), in the order of its fields. */
import type { Experiment } from '../../domain/experiment/experiment.ts'
import { RATES_FIELDS } from './layout.ts'

export class Rates {
  readonly #fields: Float32Array
  readonly #experiment: Experiment

  constructor(memory: ArrayBufferLike, address: number, experiment: Experiment) {
    this.#fields = new Float32Array(memory, address, RATES_FIELDS)
    this.#experiment = experiment
    const { clipNorm, momentum, rho, beta1, beta2, epsilon, weightDecay } = experiment.optimizer
    const { l1, l2, proximal } = experiment.regularization
    this.#fields.set([
      0,
      proximal ? 0 : l1,
      l2,
      clipNorm ?? 0,
      momentum,
      rho,
      1 - rho,
      beta1,
      1 - beta1,
      beta2,
      1 - beta2,
      epsilon,
      weightDecay,
    ])
  }

  /** For the update of this number, from 1: what changes with every one. */
  set(learningRate: number, update: number) {
    const { optimizer, regularization } = this.#experiment
    const { beta1, beta2 } = optimizer
    this.#fields[0] = learningRate
    this.#fields[13] = 1 / (1 - power(beta1, update))
    this.#fields[14] = 1 / (1 - power(beta2, update))
    this.#fields[15] = regularization.proximal ? regularization.l1 * learningRate : 0
  }
}

/** Computes baseⁿ by multiplications alone, because Math.pow may differ between browsers. */
function power(base: number, n: number): number {
  let result = 1
  for (let factor = base, left = n; left > 0; left >>>= 1, factor *= factor)
    if ((left & 1) === 1) result *= factor
  return result
}
