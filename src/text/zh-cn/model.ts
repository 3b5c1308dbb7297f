import type { model as english } from '../en/model.ts'
import { whole } from '../format.ts'

export const model: typeof english = {
  model: {
    input: '输入',
    output: '输出',
    inputs: (count) => `${whole(count)} 个特征`,
    pixels: (width, height) => `${width} × ${height} 像素`,
    steps: (steps, features) =>
      features === 1 ? `${whole(steps)} 步` : `${whole(steps)} 步 × ${whole(features)}`,
    depth: '深度',
    filters: (block) => `第 ${block} 块的卷积核数`,
    convolutions: (block) => `第 ${block} 块的卷积层数`,
    poolOf: (block) => `第 ${block} 块后的池化`,
    noPool: '不池化',
    pool: (side) => `最大池化 ${side} × ${side}`,
    removeBlock: (block) => `删除第 ${block} 块`,
    addBlock: '加一块',
    flatten: (numbers) => `展平：${numbers}`,
    layersLike: (layer) => `与第 ${layer} 层相同的层数`,
    gated: 'tanh，Sigmoid 门',
    units: (layer) => `第 ${layer} 层的单元数`,
    activationOf: (layer) => `第 ${layer} 层的激活函数`,
    remove: (layer) => `去掉第 ${layer} 层`,
    add: '加一层',
    heads: { sigmoid: '1 个 Sigmoid', linear: '1 个线性', softmax: (classes) => `${classes} 个 Softmax` },
    ratio: (parameters, samples) => [parameters, ' 个参数，', samples, ' 个训练样本'],
    inherited: (activation) => `${activation}（统一）`,
  },
}
