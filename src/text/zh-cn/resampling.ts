import type { resampling as english } from '../en/resampling.ts'

export const resampling: typeof english = {
  resampling: {
    title: (samples) => `${samples} 份样本`,
    start: (samples) => `在 ${samples} 份样本上各训练一次`,
    hint: (samples, size) =>
      `重新抽取 ${samples} 份训练集，每份 ${size} 个样本，其余不变：各次拟合共有的偏离是偏差，彼此的不同是方差。`,
    going: (done, of) => `${of} 份完成 ${done} 份`,
    cancel: '取消',
    lost: (count) => `${count} 次训练发散或失败。`,
    label: (fits) => `${fits} 份样本的 ${fits} 次拟合、它们的平均与真实情况`,
    curves: '细线 = 每次拟合 · 粗线 = 平均 · 点线 = 真实',
    boundaries: '细线 = 每条边界 · 粗线 = 平均的边界 · 空心线 = 真实',
    heights: '−½ 与 ½ 处的线：细线 = 每次拟合 · 空心线 = 真实 · 颜色 = 平均',
    said: {
      bias: () => '误差中最大的是偏差：各次拟合在同样的地方偏离真实。更灵活的网络才跟得上。',
      variance: () => '误差中最大的是方差：换一份样本就得到另一个拟合。更多数据或正则化会使它们一致。',
      noise: (rest) => `误差中最大的是噪声，任何网络都无法预测。偏差和方差另加 ${rest}。`,
    },
    parts: { bias: '偏差²', variance: '方差', noise: '噪声' },
    sum: '误差',
    squared: (fits) => `新样本上平方误差的组成，单位是目标值的平方；${fits} 次拟合。`,
    brier: (fits) => `新样本上 Brier 分数（概率的平方误差）的组成；${fits} 次拟合。`,
  },
}
