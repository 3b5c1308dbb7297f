import type { strips as english } from '../en/strips.ts'

export const strips: typeof english = {
  strips: {
    image: '网络看到的图像',
    sequence: (steps, features) =>
      `序列：从左到右 ${steps} 步${features === 1 ? '，一个特征' : `，${features} 个特征各占一行`}`,
    class: (truth, predicted, sure) =>
      truth === predicted
        ? `真实类别是 ${truth}，网络也这么说，把握 ${sure}。`
        : `真实类别是 ${truth}，网络却说是 ${predicted}，把握 ${sure}。`,
    number: (truth, output) => `真实值是 ${truth}，网络的输出是 ${output}。`,
    filters: (count, side, activation) => `${count} 个卷积核，${side} × ${side}，${activation}`,
    cells: (kind, units) => `${kind}，${units} 个单元`,
    kinds: { rnn: '简单 RNN', lstm: 'LSTM', gru: 'GRU' },
    units: (count) => `${count} 个单元的输出，从左到右`,
    filter: (filter) => `卷积核 ${filter}`,
    sees: (filter) => `卷积核 ${filter} 在图像各处的响应`,
    answers: (filter, mean, most, zero) =>
      `卷积核 ${filter}：均值 ${mean}，最大 ${most}，${zero} 的位置上为 0。`,
    kernel: (channel) => `对通道 ${channel} 的权重`,
    channels: (channels) => (channels === 1 ? '它的权重' : `它对前一层 ${channels} 个通道的权重`),
    someChannels: (drawn, all) => `它对前一层 ${all} 个通道中 ${drawn} 个的权重`,
    gates: {
      rnn: [],
      lstm: ['输入门', '遗忘门', '候选值', '输出门'],
      gru: ['更新门', '重置门', '候选值'],
    },
    memory: '记忆',
    state: '输出',
    overSteps: (name, units, steps) => `${name}：${units} 个单元在 ${steps} 步里的值`,
    step: (step, of) => `第 ${step} / ${of} 步`,
    atStep: (name, step) => `${name}，第 ${step} 步`,
    inLayer: (layer, place) => `${layer}，${place}`,
    place: '位置',
    mean: '均值',
    least: '最小',
    most: '最大',
    zero: '恰为 0',
  },
}
