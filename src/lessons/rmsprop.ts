import { firstStep, followPaths, type PathScene } from '../domain/optimizer-paths/paths.ts'
import { best } from './figures.ts'
import { fraction, i, n, o, power, root, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

const NETWORK = 'preset=optimizer-race&lr=0.03'

const TARGET: PathScene = {
  surface: 'moving-target',
  start: [5],
  steps: 400,
  optimizers: [
    { kind: 'adagrad', learningRate: 0.5 },
    { kind: 'rmsprop', learningRate: 0.1 },
  ],
}

export const lesson: Lesson = {
  scene: `${NETWORK}&compare=optimizer:adagrad/rmsprop`,
  surfaces: [TARGET],
  question: {
    text: {
      en: 'RMSProp divides by a moving average of the squared gradients, Adagrad by their sum. Which of them notices sooner that the minimum has moved?',
      'zh-CN': 'RMSProp 除以梯度平方的移动平均，Adagrad 除以总和。最低点挪了位置，谁先跟上？',
    },
    answers: [
      {
        text: { en: 'Adagrad: it knows the whole history', 'zh-CN': 'Adagrad：它知道全部历史' },
        because: {
          en: 'It knows it and cannot forget it. The large gradients of the beginning weigh as much as those of now.',
          'zh-CN': '它知道，却忘不掉。最初的大梯度和现在的梯度一样重。',
        },
      },
      {
        text: { en: 'RMSProp: it forgets', 'zh-CN': 'RMSProp：它会忘' },
        because: {
          en: 'With ρ = 0.9 a gradient counts for about ten updates. Then its steps are as long as the rate again.',
          'zh-CN': 'ρ = 0.9 时，一个梯度大约只管十次更新，之后步长又回到学习率的大小。',
        },
        right: true,
      },
      {
        text: { en: 'Both alike: they divide by the same thing', 'zh-CN': '一样：除的是同一个东西' },
        because: {
          en: 'In the first update nearly so. Later a sum goes on growing, and an average does not.',
          'zh-CN': '头一次更新差不多。往后，总和一直变大，平均不会。',
        },
      },
    ],
  },
  look: [
    {
      view: 'optimizer',
      surface: 0,
      text: {
        en: 'The target jumps at step 200. RMSProp is near it again 29 steps later, Adagrad 89, though its rate is five times as large.',
        'zh-CN': '第 200 步时目标跳走。RMSProp 29 步后又到了附近，Adagrad 要 89 步，尽管它的学习率大四倍。',
      },
    },
    {
      view: 'curves',
      text: {
        en: 'The network, both at 0.03: Adagrad goes flat near where it began, RMSProp learns the spiral.',
        'zh-CN': '再看网络，学习率都是 0.03：Adagrad 在起点附近就平了，RMSProp 学会了螺旋。',
      },
    },
    {
      view: 'fit',
      text: {
        en: 'The boundary of Adagrad is nearly straight after 60 epochs. That of RMSProp winds.',
        'zh-CN': '60 轮之后，Adagrad 的边界几乎还是直的，RMSProp 的已经绕起来了。',
      },
    },
  ],
  explanation: {
    en: [
      'RMSProp changes one thing in Adagrad: **the sum becomes a moving average**. Of the average so far it keeps the share ρ and adds 1 − ρ of the newest square.',
      'An average has the size of the gradients of late, and not of all there ever were. So a steady gradient gives steps of about the rate itself, however long one has trained.',
      'Its average starts at 0, so the first ones are too small: the first step is 1/√(1 − ρ) ≈ 3.2 times the rate. Adam corrects that. And since steps do not shrink by themselves, RMSProp jitters in the end where Adagrad lies still.',
    ],
    'zh-CN': [
      'RMSProp 只改了 Adagrad 一处：**总和换成移动平均**。旧的平均留 ρ 倍，再加上 1 − ρ 倍最新的平方。',
      '平均反映的是最近梯度的大小，不是有史以来的全部。所以梯度稳定时，不管练了多久，步长都和学习率差不多。',
      '平均从 0 开始，所以头几次偏小：第一步是学习率的 1/√(1 − ρ) ≈ 3.2 倍。Adam 修正了这一点。步长不会自己变小，所以到了最后，Adagrad 已经停稳，RMSProp 还在抖。',
    ],
  },
  formula: {
    of: row(
      i('s'),
      o('←'),
      i('ρ'),
      i('s'),
      o('+'),
      o('('),
      n(1),
      o('−'),
      i('ρ'),
      o(')'),
      power(i('g'), n(2)),
      o(','),
      i('w'),
      o('←'),
      i('w'),
      o('−'),
      fraction(i('η'), root(row(i('s'), o('+'), i('ε')))),
      i('g'),
    ),
    symbols: [
      { symbol: 's', name: { en: 'moving average of the squares', 'zh-CN': '平方的移动平均' } },
      { symbol: 'ρ', name: { en: 'share that is kept', 'zh-CN': '保留的比例' }, setting: 'rho' },
      { symbol: 'η', name: { en: 'learning rate', 'zh-CN': '学习率' }, setting: 'lr' },
      { symbol: 'g', name: { en: 'gradient of this weight', 'zh-CN': '这个权重的梯度' }, setting: 'batch' },
      { symbol: 'w', name: { en: 'weight', 'zh-CN': '权重' } },
      { symbol: 'ε', name: { en: 'keeps the root above 0', 'zh-CN': '不让分母为 0' }, setting: 'epsilon' },
    ],
  },
  plots: [{ title: '√(1 / (1 − 0.9ᵗ))', of: (t) => 1 / Math.sqrt(1 - 0.9 ** t), from: 1, to: 40, mark: 1 }],
  misconception: {
    belief: {
      en: 'RMSProp is Adagrad with a decaying learning rate.',
      'zh-CN': 'RMSProp 就是学习率会衰减的 Adagrad。',
    },
    fact: {
      en: 'The other way round: Adagrad’s steps decay, RMSProp’s do not. What decays is its memory.',
      'zh-CN': '正好相反：步子会衰减的是 Adagrad，RMSProp 不会。它衰减的是记忆。',
    },
  },
  sources: [
    { text: 'Hinton 2012, Neural Networks for Machine Learning, lecture 6' },
    { text: 'Hung-yi Lee, Error Surface Is Rugged: Adaptive Learning Rate' },
    { text: 'Dive into Deep Learning: RMSProp', url: 'https://d2l.ai/chapter_optimization/rmsprop.html' },
  ],
  breakIt: [
    {
      text: {
        en: 'A longer memory: ρ of 0.9, 0.99 and 0.999',
        'zh-CN': '记得久一点：ρ 为 0.9、0.99、0.999',
      },
      scene: `${NETWORK}&optimizer=rmsprop&compare=rho:0.9/0.99/0.999`,
    },
    {
      text: {
        en: 'Adagrad at its own best rate, 0.3',
        'zh-CN': 'Adagrad 用它自己最好的学习率 0.3',
      },
      scene: `${NETWORK}&compare=optimizer:adagrad;lr=0.3/rmsprop`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'The end of RMSProp’s curve jitters. Calm it with a schedule.',
        'zh-CN': 'RMSProp 的曲线最后在抖。用学习率调度让它平静下来。',
      },
      scene: `${NETWORK}&optimizer=rmsprop&compare=schedule:constant/cosine`,
    },
  ],
  teacher: {
    notes: {
      en: 'Let the class find the change themselves: show Adagrad’s formula and the moving target, and ask for the smallest repair.',
      'zh-CN': '让学生自己想出这一改：给出 Adagrad 的式子和会动的目标，问怎样改动最小。',
    },
    timing: [
      { minute: 0, text: { en: 'Adagrad’s formula: repair it.', 'zh-CN': 'Adagrad 的式子：怎么改？' } },
      { minute: 2, text: { en: 'Vote; the moving target.', 'zh-CN': '投票；会动的目标。' } },
      { minute: 4, text: { en: 'Run the spiral.', 'zh-CN': '运行螺旋。' } },
    ],
  },
  figureNames: {
    adagradLoss: { en: 'lowest validation loss, Adagrad', 'zh-CN': '最低验证损失，Adagrad' },
    rmspropLoss: { en: 'lowest validation loss, RMSProp', 'zh-CN': '最低验证损失，RMSProp' },
    adagradSteps: { en: 'steps after the jump, Adagrad', 'zh-CN': '目标跳走后的步数，Adagrad' },
    rmspropSteps: { en: 'steps after the jump, RMSProp', 'zh-CN': '目标跳走后的步数，RMSProp' },
  },
  judge([adagrad, rmsprop]) {
    const lowest = (run: typeof adagrad) => best(run!).validation.loss
    const [slow, quick] = followPaths(TARGET).map(
      (path) => (firstStep(path, ([w]) => Math.abs(w! - 3) < 0.3, 201) ?? Number.NaN) - 200,
    )
    const figures = {
      adagradLoss: lowest(adagrad),
      rmspropLoss: lowest(rmsprop),
      adagradSteps: slow!,
      rmspropSteps: quick!,
    }
    return {
      holds: figures.adagradLoss >= 0.5 && figures.rmspropLoss <= 0.05 && slow! >= 2 * quick!,
      figures,
    }
  },
}
