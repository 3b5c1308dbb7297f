/**
 * How far watched updates moved the kernels. On WebGL one draw a report, whatever the number of updates and kernels; on
 * the CPU plain loops over the numbers, which are at hand there.
 */
import type { NetworkLayer } from '../../domain/network/layers.ts'
import { RelativeUpdates } from '../training/probes.ts'
import { draw, fuses, resident } from './program.ts'
import { type Tensor, type Tensor1D, type Tensor2D, tf } from './tf.ts'

/** The weights before an update and after it. */
interface WatchedUpdate {
  readonly before: Tensor1D
  readonly after: Tensor1D
}

/** Terms that one run of the program adds up, at most: the rest is added up in JavaScript. */
const TERMS = 1024

const longestKernel = (layers: readonly NetworkLayer[]) =>
  Math.max(...layers.map(({ kernelAt, biasAt }) => biasAt - kernelAt))

export class Moves {
  readonly #layers: readonly NetworkLayer[]
  /** Where each kernel begins and ends in the flat vector, once a program has asked for it. */
  #ranges: Tensor2D | null = null
  #watched: WatchedUpdate[] = []
  readonly #updates: RelativeUpdates

  constructor(layers: readonly NetworkLayer[]) {
    this.#layers = layers
    this.#updates = new RelativeUpdates(layers.length)
  }

  watch(before: Tensor1D, after: Tensor1D) {
    if (fuses()) this.#watched.push({ before: tf.clone(before), after: tf.clone(after) })
    else this.#updates.add(plainMoves({ before, after }, this.#layers), 0)
  }

  /** What `relative` reads, of the updates watched since then; on the CPU they have been looked at. */
  sums(): Tensor[] {
    if (this.#watched.length === 0) return []
    const ranges = this.#layers.flatMap(({ kernelAt, biasAt }) => [kernelAt, biasAt])
    this.#ranges ??= tf.keep(resident(tf.tensor2d(ranges, [this.#layers.length, 2])))
    return [drawMoves(this.#watched, this.#layers, this.#ranges)]
  }

  relative(sums: Float32Array): number[] {
    const each = 2 * this.#layers.length
    const totals = totalsOf(sums, each * this.#watched.length)
    for (const update of this.#watched.keys()) this.#updates.add(totals, each * update)
    this.#forget()
    return this.#updates.medians()
  }

  dispose() {
    this.#forget()
    this.#ranges?.dispose()
  }

  #forget() {
    for (const { before, after } of this.#watched) tf.dispose([before, after])
    this.#watched = []
  }
}

/** Of each update and kernel, Σ ΔW² in parts and then Σ W² in parts. */
function drawMoves(
  updates: readonly WatchedUpdate[],
  layers: readonly NetworkLayer[],
  ranges: Tensor2D,
): Tensor {
  const inputs: Record<string, Tensor> = { Ranges: ranges }
  for (const [i, { before, after }] of updates.entries())
    Object.assign(inputs, { [`B${i}`]: before, [`A${i}`]: after })
  const term = (i: number) => `
  float term${i}(int k, bool moved) {
    float before = getB${i}(k);
    float x = moved ? getA${i}(k) - before : before;
    return x * x;
  }`
  const branches = updates.map((_, i) => `if (update == ${i}) sum += term${i}(k, moved);`)
  const code = `${updates.map((_, i) => term(i)).join('')}
  void main() {
    ivec2 at = getOutputCoords();
    int update = at.x / (2 * kernels);
    int kernel = at.x / 2 - update * kernels;
    bool moved = at.x - at.x / 2 * 2 == 0;
    int end = int(getRanges(kernel, 1));
    int begin = int(getRanges(kernel, 0)) + at.y * ${TERMS};
    float sum = 0.;
    for (int k = begin; k < min(end, begin + ${TERMS}); k++) {
      ${branches.join(' else ')}
    }
    setOutput(sum);
  }`
  const shape: [number, number] = [
    2 * layers.length * updates.length,
    Math.ceil(longestKernel(layers) / TERMS),
  ]
  return draw(shape, { inputs, ints: { kernels: layers.length }, code })
}

/** The same sums, whole. */
function plainMoves({ before, after }: WatchedUpdate, layers: readonly NetworkLayer[]): Float64Array {
  const [from, to] = [before.dataSync<'float32'>(), after.dataSync<'float32'>()]
  const sums = new Float64Array(2 * layers.length)
  for (const [i, { kernelAt, biasAt }] of layers.entries()) {
    let [moved, size] = [0, 0]
    for (let k = kernelAt; k < biasAt; k++) {
      const w = from[k]!
      moved += (to[k]! - w) ** 2
      size += w ** 2
    }
    sums[2 * i] = moved
    sums[2 * i + 1] = size
  }
  return sums
}

/** So many sums, each of which came in equally many parts. */
function totalsOf(parts: Float32Array, count: number): Float64Array {
  const each = parts.length / count
  const totals = new Float64Array(count)
  for (const [i, part] of parts.entries()) totals[Math.floor(i / each)]! += part
  return totals
}
