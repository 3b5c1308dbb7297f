import { followPaths, type PathScene, pointAt } from '../domain/optimizer-paths/paths.ts'
import { last, trainAccuracy } from './figures.ts'
import { fraction, i, n, o, over, power, root, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

const NETWORK =
  'data=xor&train=200&validation=225&test=225&noise=0.1&layers=8,8&activation=tanh&init=small-uniform&lr=0.02&batch=10&epochs=60&patience=off'

const TARGET: PathScene = {
  surface: 'moving-target',
  start: [5],
  steps: 400,
  optimizers: [
    { kind: 'adam', learningRate: 0.1 },
    { kind: 'rmsprop', learningRate: 0.1 },
  ],
}

const SADDLE: PathScene = {
  surface: 'saddle',
  start: [1, 0.001],
  steps: 100,
  optimizers: [
    { kind: 'sgd', learningRate: 0.05 },
    { kind: 'momentum', learningRate: 0.05 },
    { kind: 'adam', learningRate: 0.05 },
  ],
}

export const lesson: Lesson = {
  scene: `${NETWORK}&compare=optimizer:sgd;lr=0.1/adam`,
  surfaces: [TARGET, SADDLE],
  question: {
    text: {
      en: 'Adam, learning rate 0.1, a gradient of 10. How long is its first step? And for a gradient of 0.001?',
      'zh-CN': 'Adam，学习率 0.1，梯度是 10，第一步有多长？梯度是 0.001 呢？',
    },
    answers: [
      {
        text: { en: '1 and 0.0001', 'zh-CN': '1 和 0.0001' },
        because: {
          en: 'That is SGD: rate times gradient.',
          'zh-CN': '那是 SGD：学习率乘以梯度。',
        },
      },
      {
        text: { en: '0.1 both times', 'zh-CN': '两次都是 0.1' },
        because: {
          en: 'After correction the averages are g and g². g over the root of g² is its sign, so the step is one rate long.',
          'zh-CN': '修正之后，两个平均就是 g 和 g²。g 除以 g² 的平方根只剩正负号：步长正好是学习率。',
        },
        right: true,
      },
      {
        text: { en: '0.32 both times', 'zh-CN': '两次都是 0.32' },
        because: {
          en: 'That is RMSProp, which does not correct its average for having started at 0.',
          'zh-CN': '那是 RMSProp：它的平均从 0 开始，却没有修正。',
        },
      },
    ],
  },
  look: [
    {
      view: 'optimizer',
      surface: 0,
      text: {
        en: 'One step from 5: Adam is at 4.9, exactly one rate away, RMSProp at 4.68. The gradient, 10, has no part in it.',
        'zh-CN': '从 5 走一步：Adam 到 4.9，正好一个学习率；RMSProp 到 4.68。梯度是 10，和步长无关。',
      },
    },
    {
      view: 'optimizer',
      surface: 1,
      text: {
        en: 'The saddle: SGD needs 76 steps to get away, momentum 27, Adam 20. Where all gradients are small, dividing by them helps most.',
        'zh-CN': '鞍点：SGD 走出来要 76 步，动量法 27 步，Adam 20 步。梯度都小的地方，除以梯度最有用。',
      },
    },
    {
      view: 'curves',
      text: {
        en: 'A network that starts near its saddle, from tiny weights: SGD at 0.1 does not get away in 60 epochs, Adam at 0.02 is away and done.',
        'zh-CN':
          '一个从很小的权重、也就是鞍点旁边出发的网络：SGD 用 0.1，60 轮走不出来；Adam 用 0.02，走出来了，也学会了。',
      },
    },
  ],
  explanation: {
    en: [
      'Adam keeps two moving averages for every weight: m of the gradients, as momentum does, and v of their squares, as RMSProp does. **It steps by m over the root of v.**',
      'Both start at 0 and are too small at first. Divided by 1 − βᵗ they are right from the first update on: that is bias correction. Without it the first steps would be off, with β₂ = 0.999 for hundreds of updates.',
      'So a step is about as long as the rate when the gradients agree, and shorter when they do not; their size drops out. This is why one rate serves many networks. It is also why Adam oscillates around a minimum, where SGD would come to rest.',
    ],
    'zh-CN': [
      'Adam 给每个权重记两个移动平均：m 是梯度的，和动量法一样；v 是梯度平方的，和 RMSProp 一样。**每一步是 m 除以 v 的平方根。**',
      '两个平均都从 0 开始，起初偏小。除以 1 − βᵗ，从第一次更新起就对了，这叫偏差修正。不修正，头几步就不对；β₂ = 0.999 时，要几百次更新才缓得过来。',
      '所以梯度方向一致时，一步差不多就是学习率；不一致时更短；梯度的大小约掉了。一个学习率能用在许多网络上，原因就在这里。也因此，在最低点附近，SGD 会停下来，Adam 还在来回摆。',
    ],
  },
  formula: {
    of: row(
      i('w'),
      o('←'),
      i('w'),
      o('−'),
      i('η'),
      fraction(over(i('m'), o('^')), row(root(over(i('v'), o('^'))), o('+'), i('ε'))),
      o(','),
      over(i('m'), o('^')),
      o('='),
      fraction(i('m'), row(n(1), o('−'), power(i('β₁'), i('t')))),
      o(','),
      over(i('v'), o('^')),
      o('='),
      fraction(i('v'), row(n(1), o('−'), power(i('β₂'), i('t')))),
    ),
    symbols: [
      { symbol: 'm', name: { en: 'moving average of the gradients', 'zh-CN': '梯度的移动平均' } },
      { symbol: 'v', name: { en: 'moving average of their squares', 'zh-CN': '梯度平方的移动平均' } },
      { symbol: 'β₁', name: { en: 'share of m that is kept', 'zh-CN': 'm 保留的比例' }, setting: 'beta1' },
      { symbol: 'β₂', name: { en: 'share of v that is kept', 'zh-CN': 'v 保留的比例' }, setting: 'beta2' },
      { symbol: 'η', name: { en: 'learning rate', 'zh-CN': '学习率' }, setting: 'lr' },
      { symbol: 't', name: { en: 'updates so far', 'zh-CN': '至今的更新次数' }, setting: 'epochs' },
      { symbol: 'w', name: { en: 'weight', 'zh-CN': '权重' } },
      { symbol: 'ε', name: { en: 'keeps the divisor above 0', 'zh-CN': '不让分母为 0' }, setting: 'epsilon' },
    ],
  },
  plots: [{ title: '1 − 0.9ᵗ', of: (t) => 1 - 0.9 ** t, from: 1, to: 40, mark: 1 }],
  misconception: {
    belief: {
      en: 'Adam is momentum and RMSProp, put together.',
      'zh-CN': 'Adam 就是动量加 RMSProp。',
    },
    fact: {
      en: 'And bias correction. Without it the first step would be 3.2 times as long as the rate.',
      'zh-CN': '还有偏差修正。没有它，第一步的长度会是学习率的 3.2 倍。',
    },
  },
  sources: [
    {
      text: 'Kingma & Ba 2015, Adam: A Method for Stochastic Optimization',
      url: 'https://arxiv.org/abs/1412.6980',
    },
    { text: 'Hung-yi Lee, Optimization for Deep Learning' },
    { text: 'Dive into Deep Learning: Adam', url: 'https://d2l.ai/chapter_optimization/adam.html' },
  ],
  breakIt: [
    {
      text: {
        en: 'No averages: β₁ of 0 and β₂ of 0',
        'zh-CN': '不用平均：β₁ 和 β₂ 都取 0',
      },
      scene: `${NETWORK}&optimizer=adam&compare=beta1:0.9/0/0;beta2=0`,
    },
    {
      text: {
        en: 'Weights of exactly 0: even Adam stays',
        'zh-CN': '权重正好是 0：Adam 也动不了',
      },
      scene: `${NETWORK}&init=zeros&compare=optimizer:sgd;lr=0.1/adam`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'From which rate on does Adam fail here? Compare with the range in which SGD works.',
        'zh-CN': '学习率大到多少，Adam 就不行了？和 SGD 能用的范围比一比。',
      },
      scene: `${NETWORK}&optimizer=adam&compare=lr:0.002/0.02/0.2/2`,
    },
  ],
  teacher: {
    notes: {
      en: 'Have the first step computed on paper: m = 0.1 g, v = 0.001 g², both corrected. That the gradient drops out surprises everyone once.',
      'zh-CN':
        '让学生在纸上算第一步：m = 0.1 g，v = 0.001 g²，再各自修正。梯度约掉了，第一次见的人都会吃惊。',
    },
    timing: [
      { minute: 0, text: { en: 'First step by hand; vote.', 'zh-CN': '手算第一步；投票。' } },
      {
        minute: 3,
        text: { en: 'The surfaces: one step, then the saddle.', 'zh-CN': '曲面：先走一步，再看鞍点。' },
      },
      { minute: 5, text: { en: 'Run the network; its boundary.', 'zh-CN': '运行网络；看边界。' } },
    ],
  },
  figureNames: {
    adamStepFactor: { en: 'first step over the rate, Adam', 'zh-CN': '第一步 ÷ 学习率，Adam' },
    rmspropStepFactor: { en: 'first step over the rate, RMSProp', 'zh-CN': '第一步 ÷ 学习率，RMSProp' },
    sgdLoss: { en: 'training loss, SGD at 0.1', 'zh-CN': '训练损失，SGD 0.1' },
    adamAccuracy: { en: 'training accuracy, Adam at 0.02', 'zh-CN': '训练准确率，Adam 0.02', share: true },
  },
  judge([sgd, adam]) {
    const [adamStep, rmspropStep] = followPaths(TARGET).map((path) => 5 - pointAt(path, 1)[0]!)
    const figures = {
      adamStepFactor: adamStep! / 0.1,
      rmspropStepFactor: rmspropStep! / 0.1,
      sgdLoss: last(sgd!).train.loss,
      adamAccuracy: trainAccuracy(adam!),
    }
    return {
      holds:
        figures.sgdLoss >= 0.68 &&
        figures.adamAccuracy >= 0.95 &&
        Math.abs(figures.adamStepFactor - 1) < 1e-3 &&
        figures.rmspropStepFactor > 3,
      figures,
    }
  },
}
