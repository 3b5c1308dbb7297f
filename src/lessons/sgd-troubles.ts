import { firstStep, followPaths, type PathScene } from '../domain/optimizer-paths/paths.ts'
import { last, lossesAtTheEnd, trainAccuracy } from './figures.ts'
import { i, n, o, partial, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

const NETWORK =
  'data=xor&train=200&validation=225&test=225&noise=0.1&layers=8,8&activation=tanh&optimizer=sgd&lr=0.1&batch=10&epochs=60&patience=off'

const RAVINE: PathScene = {
  surface: 'ravine',
  start: [-5, -2],
  steps: 20,
  optimizers: [
    { kind: 'sgd', learningRate: 0.05 },
    { kind: 'sgd', learningRate: 0.4 },
    { kind: 'sgd', learningRate: 0.6 },
  ],
}

const WELL: PathScene = {
  surface: 'double-well',
  start: [1.8],
  steps: 400,
  optimizers: [{ kind: 'sgd', learningRate: 0.02 }],
}

const SADDLE: PathScene = {
  surface: 'saddle',
  start: [1, 0.001],
  steps: 100,
  optimizers: [{ kind: 'sgd', learningRate: 0.05 }],
}

export const lesson: Lesson = {
  scene: `${NETWORK}&compare=init:zeros/small-uniform/glorot-uniform`,
  surfaces: [SADDLE, WELL, RAVINE],
  question: {
    text: {
      en: 'All weights of a network start at exactly 0. What does SGD make of them in 60 epochs?',
      'zh-CN': '网络的权重全部从 0 开始。SGD 训练 60 轮，会怎样？',
    },
    answers: [
      {
        text: { en: 'It learns as from any other start', 'zh-CN': '和别的起点一样，学得会' },
        because: {
          en: 'Where all weights are 0 every unit puts out 0, and every product in the gradient has a 0 in it.',
          'zh-CN': '权重全是 0，每个神经元都输出 0，梯度的每一项乘积里都有一个 0。',
        },
      },
      {
        text: { en: 'It learns, but slowly', 'zh-CN': '学得会，只是慢' },
        because: {
          en: 'That is what tiny random weights do, in the end. At exactly 0 there is no direction at all.',
          'zh-CN': '很小的随机权重才是这样，最后走得出来。正好是 0 就连方向都没有。',
        },
      },
      {
        text: { en: 'The weights stay at 0', 'zh-CN': '权重一直是 0' },
        because: {
          en: 'The gradient is 0 there although it is no minimum: a saddle. SGD moves by the gradient and by nothing else.',
          'zh-CN': '那里梯度为 0，却不是最低点，而是鞍点。SGD 只跟着梯度走，没有别的动力。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      text: {
        en: 'From 0, and from weights near 0, the loss stays at ln 2 ≈ 0.69, a coin’s. The same network from weights of the usual size learns.',
        'zh-CN':
          '从 0 和接近 0 的权重出发，损失都停在 ln 2 ≈ 0.69，和抛硬币一样。权重大小正常，同一个网络就学得会。',
      },
    },
    {
      view: 'optimizer',
      surface: 0,
      text: {
        en: 'A saddle: valley in one direction, hill in the other. SGD walks to the middle, finds hardly any slope, and needs 76 steps to get away.',
        'zh-CN': '鞍点：一个方向是谷，另一个方向是山。SGD 走到中间，几乎没有坡度，76 步才走出来。',
      },
    },
    {
      view: 'optimizer',
      surface: 1,
      text: {
        en: 'Two wells: from the right it ends in the shallow one. To get into the deep one it would have to go uphill.',
        'zh-CN': '两个坑：从右边出发，停在浅的那个里。要到深的那个，得先上坡。',
      },
    },
    {
      view: 'optimizer',
      surface: 2,
      text: {
        en: 'A ravine: at 0.4 it zigzags from wall to wall, at 0.6 each bounce is larger than the last, at 0.05 it hardly gets along the floor.',
        'zh-CN': '狭谷：学习率 0.4 在两壁之间来回弹，0.6 越弹越远，0.05 又几乎不往前走。',
      },
    },
  ],
  explanation: {
    en: [
      'SGD knows one thing: the slope where it stands. **Where the slope is 0 it stands still**, be it a minimum, a saddle or a plateau.',
      'A local minimum is lower than everything around it, in every direction. With a million directions that is unlikely; a point that is a minimum in some and a maximum in others, a saddle, is common. Random weights of the right size keep the start away from the first one, at 0.',
      'A ravine is the everyday trouble: one rate for all directions. The steepest allows at most 2 over its curvature λ, and the flattest is then crawled along. What the next lessons add, a memory and a step for each weight, is against that.',
    ],
    'zh-CN': [
      'SGD 只知道一件事：脚下的坡度。**坡度为 0，它就停下来**，不管那是最低点、鞍点还是平地。',
      '局部最小值要在每个方向上都比周围低。方向有上百万个时，这不太可能；有的方向是谷、有的方向是山的鞍点倒很常见。权重随机而且大小合适，就避开了第一个鞍点，也就是 0。',
      '狭谷是天天遇到的麻烦：所有方向共用一个学习率。最陡的方向不允许超过 2 除以曲率 λ，最平的方向就只能慢慢爬。后面几课加上的东西，记忆，还有每个权重自己的步长，都是为了对付它。',
    ],
  },
  formula: {
    of: row(
      partial(i('L'), i('w')),
      o('='),
      n(0),
      o('⇒'),
      i('Δ'),
      i('w'),
      o('='),
      o('−'),
      i('η'),
      o('·'),
      n(0),
      o('='),
      n(0),
    ),
    symbols: [
      { symbol: 'L', name: { en: 'loss', 'zh-CN': '损失' }, setting: 'loss' },
      { symbol: 'w', name: { en: 'weights', 'zh-CN': '权重' }, setting: 'init' },
      { symbol: 'Δ', name: { en: 'change of them in one step', 'zh-CN': '走一步的改变' } },
      { symbol: 'η', name: { en: 'learning rate', 'zh-CN': '学习率' }, setting: 'lr' },
    ],
  },
  plots: [
    {
      title: 'w⁴/4 − w²/2 + w/10',
      of: (w) => w ** 4 / 4 - w ** 2 / 2 + w / 10,
      from: -1.8,
      to: 1.8,
      mark: 0.946,
    },
  ],
  misconception: {
    belief: {
      en: 'Training gets stuck in local minima.',
      'zh-CN': '训练卡住，是因为掉进了局部最小值。',
    },
    fact: {
      en: 'In many dimensions saddles, plateaus and ravines are the usual reason. A true local minimum is rare.',
      'zh-CN': '维度高的时候，多半是鞍点、平地和狭谷。真正的局部最小值很少见。',
    },
  },
  sources: [
    { text: 'Hung-yi Lee, When Gradient Is Small: Local Minimum and Saddle Point' },
    { text: 'Dauphin et al. 2014, Identifying and Attacking the Saddle Point Problem' },
    {
      text: 'Dive into Deep Learning: Optimization and Deep Learning',
      url: 'https://d2l.ai/chapter_optimization/optimization-intro.html',
    },
  ],
  breakIt: [
    {
      text: {
        en: 'Tiny weights and ten times the epochs: how long is the plateau, and what comes after it?',
        'zh-CN': '权重很小，轮数放大十倍：平台有多长？之后会怎样？',
      },
      scene: `${NETWORK}&init=small-uniform&epochs=600`,
    },
    {
      text: {
        en: 'Adam from weights of exactly 0: does it get away?',
        'zh-CN': '权重正好是 0，换成 Adam：走得出来吗？',
      },
      scene: `${NETWORK}&init=zeros&compare=optimizer:sgd/adam;lr=0.01`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Tiny weights: what gets away from the saddle in 60 epochs, a larger rate, momentum or Adam?',
        'zh-CN': '权重很小：60 轮之内谁能离开鞍点？更大的学习率、动量，还是 Adam？',
      },
      scene: `${NETWORK}&init=small-uniform&compare=optimizer:sgd;lr=1/momentum/adam;lr=0.02`,
    },
  ],
  teacher: {
    notes: {
      en: 'Draw the saddle with your hands: a pass between two mountains. Ask where a ball would come to rest, and where SGD would; the ball has momentum.',
      'zh-CN': '用手比出鞍点：两座山之间的垭口。问一个球会停在哪里，SGD 又停在哪里；球是有动量的。',
    },
    timing: [
      { minute: 0, text: { en: 'Weights of 0: vote, run.', 'zh-CN': '权重为 0：投票，运行。' } },
      { minute: 2, text: { en: 'Saddle, wells, ravine.', 'zh-CN': '鞍点、两个坑、狭谷。' } },
      {
        minute: 6,
        text: { en: 'Which of them is common in a million dimensions?', 'zh-CN': '一百万维里，哪一种常见？' },
      },
    ],
  },
  figureNames: {
    zeroLoss: { en: 'training loss, weights from 0', 'zh-CN': '训练损失，权重从 0 开始' },
    zeroMaxGradient: { en: 'largest gradient, weights from 0', 'zh-CN': '最大的梯度，权重从 0 开始' },
    smallLoss: { en: 'training loss, tiny weights', 'zh-CN': '训练损失，很小的权重' },
    usualAccuracy: { en: 'training accuracy, usual weights', 'zh-CN': '训练准确率，正常的权重', share: true },
    saddleSteps: { en: 'steps to leave the saddle', 'zh-CN': '离开鞍点的步数' },
    wellLoss: { en: 'last loss in the double well', 'zh-CN': '双势阱里最后的损失' },
    ravineLoss: { en: 'last loss in the ravine, rate 0.4', 'zh-CN': '狭谷里最后的损失，学习率 0.4' },
    ravineLargeRateLoss: { en: 'last loss in the ravine, rate 0.6', 'zh-CN': '狭谷里最后的损失，学习率 0.6' },
  },
  judge([zeros, small, usual]) {
    const [, fine, tooLarge] = lossesAtTheEnd(RAVINE)
    const figures = {
      zeroLoss: last(zeros!).train.loss,
      zeroMaxGradient: Math.max(...zeros!.epochs.flatMap(({ gradients }) => gradients)),
      smallLoss: last(small!).train.loss,
      usualAccuracy: trainAccuracy(usual!),
      saddleSteps: firstStep(followPaths(SADDLE)[0]!, ([, y]) => Math.abs(y!) > 1) ?? Number.NaN,
      wellLoss: lossesAtTheEnd(WELL)[0]!,
      ravineLoss: fine!,
      ravineLargeRateLoss: tooLarge!,
    }
    return {
      holds:
        figures.zeroMaxGradient === 0 &&
        figures.zeroLoss >= 0.68 &&
        figures.smallLoss >= 0.68 &&
        figures.usualAccuracy >= 0.95 &&
        figures.saddleSteps >= 70 &&
        figures.wellLoss > -0.2 &&
        figures.ravineLoss < 0.1 &&
        figures.ravineLargeRateLoss > 1e6,
      figures,
    }
  },
}
