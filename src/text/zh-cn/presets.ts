import type { presets as english } from '../en/presets.ts'

export const presets: typeof english = {
  presets: {
    names: {
      overfitting: '双月上的过拟合',
      'early-stopping': '早停',
      underfitting: '螺旋上的欠拟合',
      'twelve-points': '12 个点的正弦',
      wiggle: '12 个点的正弦，ReLU',
      'keras-mnist': 'Keras MNIST 示例',
      'tuned-optimizers': '优化器赛跑',
      'optimizer-race': '优化器赛跑，统一学习率',
      'more-data': '更多数据',
      'u-curve': '八种宽度的网络',
      'double-descent': '双下降',
      sparsity: '一百个输入，五个有用',
      'vanishing-gradients': '梯度消失',
      'exploding-gradients': '梯度爆炸',
      'residual-blocks': '四十层：普通与残差',
      convolutions: '卷积',
      degradation: '深层 CNN：普通与残差',
      'long-memory': '长记忆：RNN、LSTM、GRU',
      playground: 'Playground 的圆',
    },
    free: '自由实验',
  },
}
