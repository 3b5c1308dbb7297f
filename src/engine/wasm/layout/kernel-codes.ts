/** The numbers by which the kernels know names (kernels/codes.ts). */
import type { Activation, Loss } from '../../../domain/experiment/experiment.ts'
import type { Head } from '../../../domain/network/inputs-outputs.ts'
import type { NetworkLayer } from '../../../domain/network/layers.ts'
import type { Cell } from '../../../domain/network/model-kinds.ts'
import * as codes from '../kernels/codes.ts'

export const ACTIVATION: Record<Activation, number> = {
  linear: codes.LINEAR,
  sigmoid: codes.SIGMOID,
  tanh: codes.TANH,
  relu: codes.RELU,
  'leaky-relu': codes.LEAKY_RELU,
  elu: codes.ELU,
  gelu: codes.GELU,
}

export const LOSS: Record<Loss, number> = { 'cross-entropy': codes.CROSS_ENTROPY, mse: codes.MSE }

export const HEAD: Record<Head, number> = {
  linear: codes.LINEAR_HEAD,
  sigmoid: codes.SIGMOID_HEAD,
  softmax: codes.SOFTMAX_HEAD,
}

export const LAYER: Record<NetworkLayer['kind'], number> = {
  dense: codes.DENSE,
  convolution: codes.CONVOLUTION,
  recurrent: codes.RECURRENT,
}

export const CELL: Record<Cell, number> = { rnn: codes.RNN, lstm: codes.LSTM, gru: codes.GRU }
