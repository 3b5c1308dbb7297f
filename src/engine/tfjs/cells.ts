/**
 * Recurrent cells in GLSL, for recurrence.ts. All numbers are blocks (blocks.ts). A cell has `gates` sums side by side;
 * GRU has four, because its candidate keeps what the inputs add apart from what the state adds.
 */
import type { Activation } from '../../domain/experiment/experiment.ts'
import type { RecurrentLayer } from '../../domain/network/layers.ts'
import { activationCode, fourTimes } from './activations.ts'

export interface CellCode {
  readonly gates: number
  /** Whether a state has a second half, below what the layer hands on. */
  readonly carries: boolean
  /** GLSL functions that tell which gate of Keras' kernels stands at a gate of the sums, or −1 for none. */
  readonly kernelGate: string
  readonly recurrentGate: string
  /** Functions that the statements below call. */
  readonly functions: string
  /** Whether the state is a function, `activation`, of the sums alone; `z0` is then the state that it became. */
  readonly isDirect: boolean
  /**
   * Statements over the sums `z0`, `z1`, … and the state before, `h` and `c`, that declare `values` of what follows, and
   * then the next state, `nextH` and `nextC`.
   */
  readonly values: string
  readonly nextH: string
  readonly nextC: string
  /** Given `dh`, and `dc` from the step after, by the state after this step: the slopes by each gate's sum. */
  readonly slopes: readonly string[]
  /** What reaches the state before past the sums. */
  readonly pastH: string
  readonly pastC: string
}

const SAME = 'int gateOf(int gate) { return gate; }'
const SIGMOID = '\n  vec4 sigmoid(vec4 x) { return 1. / (1. + exp(-x)); }'
const TANH = `${activationCode('tanh')}${fourTimes('activation')}`

const LSTM: CellCode = {
  isDirect: false,
  gates: 4,
  carries: true,
  kernelGate: SAME,
  recurrentGate: SAME,
  functions: `${SIGMOID}${TANH}`,
  values: `
    vec4 i = sigmoid(z0), f = sigmoid(z1), g = activation(z2), o = sigmoid(z3);
    vec4 next = f * c + i * g;
    vec4 bent = activation(next);`,
  nextH: 'o * bent',
  nextC: 'next',
  slopes: [
    '(dc + dh * o * (1. - bent * bent)) * g * i * (1. - i)',
    '(dc + dh * o * (1. - bent * bent)) * c * f * (1. - f)',
    '(dc + dh * o * (1. - bent * bent)) * i * (1. - g * g)',
    'dh * bent * o * (1. - o)',
  ],
  pastH: 'vec4(0.)',
  pastC: '(dc + dh * o * (1. - bent * bent)) * f',
}

const GRU: CellCode = {
  isDirect: false,
  gates: 4,
  carries: false,
  kernelGate: 'int gateOf(int gate) { return gate < 3 ? gate : -1; }',
  recurrentGate: 'int gateOf(int gate) { return gate < 2 ? gate : gate == 3 ? 2 : -1; }',
  functions: `${SIGMOID}${TANH}`,
  values: `
    vec4 u = sigmoid(z0), r = sigmoid(z1);
    vec4 fresh = activation(z2 + r * z3);
    vec4 bent = (1. - u) * (1. - fresh * fresh);`,
  nextH: 'u * h + (1. - u) * fresh',
  nextC: 'vec4(0.)',
  slopes: ['dh * (h - fresh) * u * (1. - u)', 'dh * bent * z3 * r * (1. - r)', 'dh * bent', 'dh * bent * r'],
  pastH: 'dh * u',
  pastC: 'vec4(0.)',
}

/** Of an activation whose slope is told from what it gave, as Keras' SimpleRNN has here. */
const rnn = (activation: Activation): CellCode => ({
  isDirect: true,
  gates: 1,
  carries: false,
  kernelGate: SAME,
  recurrentGate: SAME,
  functions: `${activationCode(activation)}${fourTimes('activation')}${fourTimes('slope')}`,
  values: '',
  nextH: 'z0',
  nextC: 'vec4(0.)',
  slopes: ['dh * slope(z0)'],
  pastH: 'vec4(0.)',
  pastC: 'vec4(0.)',
})

export function cellCode({ cell, activation }: RecurrentLayer): CellCode {
  switch (cell) {
    case 'rnn':
      return rnn(activation)
    case 'lstm':
      return LSTM
    case 'gru':
      return GRU
    default:
      return cell satisfies never
  }
}
