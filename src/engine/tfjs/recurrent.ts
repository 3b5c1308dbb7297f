/**
 * Keras' SimpleRNN, LSTM and GRU (reset_after), step by step, with states of 0 at first. The product of kernel and
 * inputs is computed for all steps at once. On WebGL the layer is written out (recurrence.ts).
 */
import type { RecurrentLayer } from '../../domain/network/layers.ts'
import { differentiable } from './activations.ts'
import type { Trace } from './network.ts'
import { fuses } from './program.ts'
import { fitsTextures, recurrence } from './recurrence.ts'
import type { RecurrentWeights } from './recurrent-blocks.ts'
import { type Tensor, type Tensor2D, type Tensor3D, tf } from './tf.ts'

/** The states that go from one step to the next; the first of them is the layer's output. */
type State = readonly [Tensor2D, ...Tensor2D[]]

interface Cell {
  readonly states: 1 | 2
  /** The next states, from the product of the kernel with a step's inputs plus its bias; and the gates that made them. */
  step(given: Tensor2D, state: State): { readonly state: State; readonly gates: readonly Tensor2D[] }
}

/** A sample is a row: steps one after another, each with its features or units. */
export function recurrent(
  layer: RecurrentLayer,
  x: Tensor2D,
  weights: RecurrentWeights,
  isFirst: boolean,
  trace?: Trace,
): Tensor2D {
  const { steps, features, units, sequences } = layer
  const [rows] = x.shape
  // Its programs keep nothing of what goes on within a step.
  if (!trace && fuses() && fitsTextures(layer, rows)) return recurrence(layer, x, weights, isFirst)
  const { states, step } = cellOf(layer, weights)
  const inSteps = tf.transpose(tf.reshape(x, [rows, steps, features]), [1, 0, 2])
  const flat = tf.reshape(inSteps, [steps * rows, features]) as Tensor2D
  const made = tf.add(tf.matMul(flat, weights.kernel), inputBias(layer, weights.bias))
  const given = tf.unstack(tf.reshape(made, [steps, rows, -1]) as Tensor3D) as Tensor2D[]
  const nothing: Tensor2D = tf.zeros([rows, units])
  let state: State = states === 1 ? [nothing] : [nothing, nothing]
  const passed = given.map((now) => {
    const made = step(now, state)
    state = made.state
    return made
  })
  const handedOn = passed.map((made) => made.state[0])
  const inRows = (each: readonly Tensor2D[]) => tf.reshape(tf.stack([...each], 1), [rows, -1]) as Tensor2D
  trace?.({
    gates: inRows(passed.map((made) => tf.concat2d([...made.gates], 1))),
    states: inRows(handedOn),
    cells: layer.cell === 'lstm' ? inRows(passed.map((made) => made.state[1]!)) : null,
  })
  return sequences ? tf.reshape(tf.stack(handedOn, 1), [rows, steps * units]) : state[0]
}

function cellOf({ cell, activation }: RecurrentLayer, { recurrent: kernel, bias }: RecurrentWeights): Cell {
  switch (cell) {
    case 'rnn':
      return {
        states: 1,
        step(given, [h]) {
          const next = differentiable(activation, tf.add(given, tf.matMul(h, kernel)))
          return { state: [next], gates: [next] }
        },
      }
    case 'lstm':
      return {
        states: 2,
        step(given, [h, c]) {
          const sums = gates(tf.add(given, tf.matMul(h, kernel)), 4)
          const bend = [tf.sigmoid, tf.sigmoid, tf.tanh, tf.sigmoid]
          const made: Tensor2D[] = sums.map((sum, k) => bend[k]!(sum))
          const [i, f, candidate, o] = made
          const next: Tensor2D = tf.add(tf.mul(f!, c!), tf.mul(i!, candidate!))
          return { state: [tf.mul(o!, tf.tanh(next)), next], gates: made }
        },
      }
    case 'gru': {
      const recurrentBias = tf.slice(bias as Tensor2D, [1, 0], [1, -1])
      return {
        states: 1,
        step(given, [h]) {
          const [z, r, candidate] = gates(given, 3)
          const [hz, hr, hc] = gates(tf.add(tf.matMul(h, kernel), recurrentBias), 3)
          const update: Tensor2D = tf.sigmoid(tf.add(z!, hz!))
          const reset: Tensor2D = tf.sigmoid(tf.add(r!, hr!))
          const fresh: Tensor2D = tf.tanh(tf.add(candidate!, tf.mul(reset, hc!)))
          const next: Tensor2D = tf.add(tf.mul(update, h), tf.mul(tf.sub(1, update), fresh))
          return { state: [next], gates: [update, reset, fresh] }
        },
      }
    }
    default:
      return cell satisfies never
  }
}

/** GRU has a row of biases for each kernel. */
function inputBias({ cell }: RecurrentLayer, bias: Tensor): Tensor {
  return cell === 'gru' ? tf.slice(bias as Tensor2D, [0, 0], [1, -1]) : bias
}

const gates = (sums: Tensor, count: number) => tf.split(sums, count, 1) as Tensor2D[]
