/** Networks written again in float64 and plain loops, one sample at a time: the kernels must agree with them. */
import type { Activation, Experiment } from '../../domain/experiment/experiment.ts'
import { type ConvolutionLayer, GATES, type RecurrentLayer } from '../../domain/network/layers.ts'
import { networkLayers } from '../../domain/network/network.ts'

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

function activated(kind: Activation, x: number): number {
  if (kind === 'relu') return Math.max(x, 0)
  if (kind === 'tanh') return Math.tanh(x)
  if (kind === 'linear') return x
  throw new Error(`${kind} has no reference`)
}

/** What happens on the way: of each layer its activations before pooling; of each step of a recurrent layer its gates, state and cell. */
interface Passed {
  readonly activations: number[][]
  readonly steps: { readonly gates: number[]; readonly state: number[]; readonly cell: number[] }[][]
}

/** The logits of one sample. Skips are identities, as they are for convolutions. */
export function logitsOf(
  experiment: Experiment,
  weights: Float32Array,
  sample: readonly number[],
  passed: Passed = { activations: [], steps: [] },
): number[] {
  const sums: number[][] = []
  let x = [...sample]
  for (const layer of networkLayers(experiment)) {
    const kernel = weights.subarray(layer.kernelAt, layer.biasAt)
    const bias = weights.subarray(layer.biasAt, layer.end)
    if (layer.kind === 'recurrent') {
      const steps: Passed['steps'][number] = []
      x = recurrent(layer, x, weights, steps)
      passed.steps.push(steps)
      passed.activations.push(x)
      sums.push([])
      continue
    }
    const z =
      layer.kind === 'convolution'
        ? convolution(layer, x, kernel, bias)
        : Array.from(bias, (b, j) =>
            x.reduce((sum, value, i) => sum + value * kernel[i * layer.units + j]!, b),
          )
    const { skip } = layer
    if (skip) for (const [i, value] of sums[skip.from]!.entries()) z[i]! += value
    sums.push(z)
    const y = z.map((value) => activated(layer.activation, value))
    passed.activations.push(y)
    x = layer.kind === 'convolution' ? pooled(layer, y) : y
  }
  return x
}

function convolution(layer: ConvolutionLayer, x: number[], kernel: Float32Array, bias: Float32Array) {
  const { height, width, channels, filters, kernel: side } = layer
  const half = (side - 1) / 2
  const z: number[] = []
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      for (let f = 0; f < filters; f++) {
        let sum = bias[f]!
        for (let i = 0; i < side; i++)
          for (let j = 0; j < side; j++) {
            const [y, at] = [row + i - half, column + j - half]
            if (y < 0 || y >= height || at < 0 || at >= width) continue
            for (let c = 0; c < channels; c++)
              sum +=
                x[(y * width + at) * channels + c]! * kernel[((i * side + j) * channels + c) * filters + f]!
          }
        z.push(sum)
      }
  return z
}

function pooled({ height, width, filters, pool }: ConvolutionLayer, y: number[]): number[] {
  const out: number[] = []
  for (let row = 0; row + pool <= height; row += pool)
    for (let column = 0; column + pool <= width; column += pool)
      for (let f = 0; f < filters; f++) {
        let largest = Number.NEGATIVE_INFINITY
        for (let i = 0; i < pool; i++)
          for (let j = 0; j < pool; j++)
            largest = Math.max(largest, y[((row + i) * width + column + j) * filters + f]!)
        out.push(largest)
      }
  return out
}

function recurrent(
  layer: RecurrentLayer,
  x: number[],
  weights: Float32Array,
  passed: Passed['steps'][number],
): number[] {
  const { cell, steps, features, units, kernelAt, recurrentAt, biasAt } = layer
  const wide = GATES[cell] * units
  const second = biasAt + wide
  let h = new Array<number>(units).fill(0)
  let c = [...h]
  const states: number[] = []
  for (let t = 0; t < steps; t++) {
    const from = Array.from({ length: wide }, (_, j) => {
      let sum = weights[biasAt + j]!
      for (let i = 0; i < features; i++) sum += x[t * features + i]! * weights[kernelAt + i * wide + j]!
      return sum
    })
    const back = Array.from({ length: wide }, (_, j) =>
      h.reduce(
        (sum, value, i) => sum + value * weights[recurrentAt + i * wide + j]!,
        cell === 'gru' ? weights[second + j]! : 0,
      ),
    )
    const sum = (gate: number, u: number) => from[gate * units + u]! + back[gate * units + u]!
    let gates: number[] = []
    if (cell === 'rnn') h = h.map((_, u) => activated(layer.activation, sum(0, u)))
    else if (cell === 'lstm') {
      gates = from.map((_, j) => {
        const value = sum(0, j)
        return Math.floor(j / units) === 2 ? Math.tanh(value) : sigmoid(value)
      })
      const gate = (index: number, u: number) => gates[index * units + u]!
      c = c.map((was, u) => gate(1, u) * was + gate(0, u) * gate(2, u))
      h = c.map((now, u) => gate(3, u) * Math.tanh(now))
    } else {
      gates = from.map((value, j) => {
        const u = j % units
        return j < 2 * units ? sigmoid(sum(0, j)) : Math.tanh(value + sigmoid(sum(1, u)) * back[j]!)
      })
      h = h.map((was, u) => gates[u]! * was + (1 - gates[u]!) * gates[2 * units + u]!)
    }
    passed.push({ gates, state: h, cell: cell === 'lstm' ? c : [] })
    states.push(...h)
  }
  return layer.sequences ? states : h
}
