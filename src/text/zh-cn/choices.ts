import type { choices as english } from '../en/choices.ts'
import { optimizerNames } from '../names.ts'

export const choices: typeof english = {
  parts: { train: '训练', validation: '验证', test: '测试' },
  noiseIn: { train: '只在训练集', all: '所有部分' },
  activations: {
    linear: '线性',
    sigmoid: 'Sigmoid',
    tanh: 'tanh',
    relu: 'ReLU',
    'leaky-relu': 'Leaky ReLU',
    elu: 'ELU',
    gelu: 'GELU',
  },
  modelKinds: {
    mlp: '全连接',
    'residual-mlp': '全连接（残差）',
    cnn: 'CNN',
    'residual-cnn': 'CNN（残差）',
    rnn: 'RNN',
    lstm: 'LSTM',
    gru: 'GRU',
  },
  initializers: {
    'glorot-uniform': 'Glorot 均匀',
    'glorot-normal': 'Glorot 正态',
    'he-uniform': 'He 均匀',
    'he-normal': 'He 正态',
    'lecun-normal': 'LeCun 正态',
    'small-uniform': '小均匀',
    zeros: '全零',
  },
  losses: { 'cross-entropy': '交叉熵', mse: '均方误差' },
  optimizers: optimizerNames,
  schedules: { constant: '恒定', step: '阶梯', exponential: '指数', cosine: '余弦' },
  monitors: { 'validation-loss': '验证损失', 'validation-accuracy': '验证准确率' },
}
