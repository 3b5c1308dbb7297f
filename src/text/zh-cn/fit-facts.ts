import type { fitFacts as english } from '../en/fit-facts.ts'

export const fitFacts: typeof english = {
  fitFacts: {
    right: (epoch, train, validation) =>
      `第 ${epoch} 轮的权重：训练样本正确 ${train}，验证样本正确 ${validation}。`,
    fits: (epoch, train, validation) =>
      `第 ${epoch} 轮的权重：训练样本的 R² 为 ${train}，验证样本为 ${validation}。`,
    losses: (epoch, train, validation) => `第 ${epoch} 轮的权重：训练损失 ${train}，验证损失 ${validation}。`,
    network: '网络',
    truth: '无噪声',
    input: '输入',
    weight: '权重',
    trueWeight: '真实权重',
    place: (down, right) => `${down} ↓，${right} →`,
    about: {
      boundary: [
        '每个位置的颜色是网络给出的 B 类概率：紫色为 0，纸色为 0.5，绿色为 1。在 72 × 72 个位置上计算，用当前所示的权重，Dropout 关闭。',
        '线是概率为 0.5 的地方。正确率按该部分的全部样本计算。',
      ],
      surface: [
        '每个位置的颜色是网络在那里的预测值，从数据的最小值到最大值；用当前所示的权重，Dropout 关闭。',
        'R² 是 1 − Σ(真实值 − 预测值)² / Σ(真实值 − 均值)²，按该部分的全部样本计算。',
      ],
      curve: [
        '线是网络在横轴 160 个位置上的预测值，用当前所示的权重，Dropout 关闭，单位与数据相同。',
        'R² 是 1 − Σ(真实值 − 预测值)² / Σ(真实值 − 均值)²，按该部分的全部样本计算。',
      ],
      effects: [
        '一个输入的作用，是其余输入为 0、它从 0 变到 1 时输出的增量；对线性网络，就是该输入的权重。用当前所示的权重，Dropout 关闭。',
        '圆环是生成数据所用的权重。',
      ],
    },
  },
}
