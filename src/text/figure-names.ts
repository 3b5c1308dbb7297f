/**
 * The names of a claim's numbers. Lessons call them by short English names, as scripts get them: "trainLoss" is shown as
 * "train loss", in Chinese word by word. A word that is not known stays as it is.
 */
import type { Language } from '../domain/link/page-keys.ts'

const CHINESE: Readonly<Record<string, string>> = {
  accuracy: '准确率',
  at: '在',
  average: '平均',
  before: '之前',
  best: '最佳',
  bias: '偏差',
  after: '之后',
  chosen: '选中的',
  constant: '常数',
  dead: '死亡',
  deep: '深层',
  drop: '下降',
  end: '末尾',
  epoch: '轮',
  epochs: '轮数',
  error: '误差',
  factor: '倍数',
  first: '首层',
  floor: '下限',
  gap: '差距',
  gradient: '梯度',
  gain: '改善',
  large: '大',
  last: '最后',
  layer: '层',
  loss: '损失',
  lowest: '最低',
  max: '最大',
  min: '最小',
  noise: '噪声',
  plain: '普通',
  ratio: '比值',
  residual: '残差',
  restored: '恢复后',
  rise: '上升倍数',
  runs: '运行数',
  seconds: '秒数',
  share: '占比',
  shallow: '浅层',
  small: '小',
  spread: '离散程度',
  start: '起点',
  steps: '步数',
  stopped: '停止',
  test: '测试',
  train: '训练',
  units: '神经元',
  updates: '更新次数',
  validation: '验证',
  variance: '方差',
  weight: '权重',
  weights: '权重',
  width: '宽度',
  wrong: '错误',
  zero: '零',
  zeros: '零的个数',
}

export function figureName(name: string, language: Language): string {
  const words = name.split(/(?=[A-Z])|(?<=[a-z])(?=\d)/).map((word) => word.toLowerCase())
  if (language === 'en') return words.join(' ')
  // A space stands only beside what stays in Latin letters or digits.
  return words
    .map((word) => CHINESE[word] ?? ` ${word} `)
    .join('')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}
