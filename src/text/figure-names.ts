/**
 * The names of a claim's numbers. Lessons call them by short English names, as scripts get them: "trainLoss" is shown as
 * "train loss", in Chinese word by word. A word that is not known stays as it is.
 */
import type { Language } from '../domain/link/page-keys.ts'

const CHINESE: Readonly<Record<string, string>> = {
  accuracy: '准确率',
  after: '之后',
  alive: '存活',
  at: '在',
  average: '平均',
  batch: '批',
  batches: '批',
  before: '之前',
  best: '最佳',
  bias: '偏差',
  chosen: '选中的',
  clean: '干净标签',
  climb: '上升',
  constant: '常数',
  cross: '交叉',
  dead: '死亡',
  deep: '深层',
  drop: '下降',
  end: '末尾',
  entropy: '熵',
  epoch: '轮',
  epochs: '轮数',
  error: '误差',
  factor: '倍数',
  falling: '下降',
  falls: '下降',
  fewest: '最少',
  fine: '合适',
  first: '首层',
  floor: '下限',
  full: '完整',
  gain: '改善',
  gap: '差距',
  gradient: '梯度',
  half: '一半',
  highest: '最高',
  huge: '极大',
  inactive: '死亡占比',
  large: '大',
  last: '最后',
  layer: '层',
  line: '直线',
  linear: '线性',
  little: '少量',
  loss: '损失',
  lowest: '最低',
  many: '多',
  max: '最大',
  min: '最小',
  most: '最多',
  much: '大量',
  narrow: '窄',
  narrowest: '最窄',
  noise: '噪声',
  none: '无',
  one: '单',
  over: ' ÷ ',
  peak: '峰值',
  plain: '普通',
  rate: '学习率',
  ratio: '比值',
  residual: '残差',
  restored: '恢复后',
  rise: '上升倍数',
  rises: '上升',
  rising: '上升',
  runs: '运行数',
  seconds: '秒数',
  shallow: '浅层',
  share: '占比',
  simple: '简单 RNN',
  small: '小',
  spread: '离散程度',
  squared: '平方',
  start: '起点',
  steps: '步数',
  still: '仍',
  stopped: '停止',
  straightness: '直线程度',
  strong: '强',
  test: '测试',
  tiny: '极小',
  train: '训练',
  training: '训练',
  units: '神经元',
  unpenalized: '不加惩罚',
  updates: '更新次数',
  validation: '验证',
  valley: '谷底',
  variance: '方差',
  weight: '权重',
  weights: '权重',
  wide: '宽',
  widest: '最宽',
  width: '宽度',
  winner: '优胜者',
  wrong: '错误',
  zero: '零',
  zeros: '零的个数',
}

/** Names that are no plain row of words. */
const CHINESE_NAMES: Readonly<Record<string, string>> = {
  adagradAtOneRate: 'Adagrad，同一学习率',
  crossEntropy: '交叉熵',
  lossBeforeTraining: '训练前的损失',
  oneBatchAsManyUpdates: '单批，更新次数相同',
  sgdAtOneRate: 'SGD，同一学习率',
  smallStillFalls: '小学习率末尾的降幅',
  squaredErrorAtFortyTimesTheRate: '平方误差，40 倍学习率',
}

/** How words are spelled that are not written in small letters. */
const SPELLED: Readonly<Record<string, string>> = {
  adagrad: 'Adagrad',
  adam: 'Adam',
  l1: 'L1',
  l2: 'L2',
  lstm: 'LSTM',
  momentum: 'Momentum',
  relu: 'ReLU',
  rmsprop: 'RMSProp',
  rnn: 'RNN',
  sgd: 'SGD',
}

export function figureName(name: string, language: Language): string {
  const words = name.split(/(?=[A-Z])/).map((word) => word.toLowerCase())
  const spelled = (word: string) => SPELLED[word] ?? word
  if (language === 'en') return words.map(spelled).join(' ')
  const whole = CHINESE_NAMES[name]
  if (whole) return whole
  // A space stands only beside what stays in Latin letters or digits.
  return words
    .map((word) => CHINESE[word] ?? ` ${spelled(word)} `)
    .join('')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}
