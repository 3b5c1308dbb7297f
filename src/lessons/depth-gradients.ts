import { gradientThrough, trainAccuracy } from './figures.ts'
import { i, n, o, power, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

const LAYERS = Array.from({ length: 20 }, () => 32).join()
const NETWORK = `data=digits&train=500&validation=500&test=500&noise=0&layers=${LAYERS}&init=he-uniform&optimizer=sgd&lr=0.005&batch=16&epochs=20&patience=off`

export const lesson: Lesson = {
  scene: `${NETWORK}&compare=activation:sigmoid/tanh/linear`,
  question: {
    text: {
      en: 'Twenty layers with sigmoid, with tanh and with no activation at all. Which of them learns?',
      'zh-CN': '同样二十层，分别用 sigmoid、tanh、不用激活函数。哪一个学得起来？',
    },
    answers: [
      {
        text: { en: 'All: the rate is small', 'zh-CN': '都可以：学习率很小' },
        because: {
          en: 'No one rate fits gradients that differ by more than a million. One network would need a huge step, another a tiny one.',
          'zh-CN': '梯度相差百万倍以上，没有一个学习率能都合适：有的要迈一大步，有的只能挪一点点。',
        },
      },
      {
        text: {
          en: 'The linear one: nothing stops its gradient',
          'zh-CN': '不用激活函数的：没有东西挡住梯度',
        },
        because: {
          en: 'Nothing stops it from growing either. These weights multiply it by about 1.4 a layer, more than a thousand in twenty.',
          'zh-CN': '也没有东西拦住它变大。这样的权重每层大约放大 1.4 倍，二十层就是一千多倍。',
        },
      },
      {
        text: { en: 'Only tanh', 'zh-CN': '只有 tanh' },
        because: {
          en: 'Its slope is 1 at 0 and less outside: signals that would grow run into its bounds, and the gradient stays in size.',
          'zh-CN': '它在 0 处斜率为 1，往外变小：想变大的信号会碰到上下界，梯度的大小就保住了。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      text: {
        en: 'Sigmoid stays at ln 10 ≈ 2.3, the loss of guessing. The linear network ends in its first epoch, with numbers too large to be held.',
        'zh-CN': 'sigmoid 停在 ln 10 ≈ 2.3，也就是瞎猜。不用激活函数的网络第一轮就结束了，数大得存不下。',
      },
    },
    {
      view: 'gradients',
      text: {
        en: 'Of sigmoid the twenty lines fan out over more than eight decades, of tanh they stay in a bundle.',
        'zh-CN': 'sigmoid 的二十条线散开，跨了八个多数量级；tanh 的聚成一束。',
      },
    },
  ],
  explanation: {
    en: [
      'Going back one layer multiplies the gradient by some factor, and depth raises it to a power. **Half becomes a millionth in twenty layers, 1.4 becomes nearly a thousand.** Only a factor of about 1 survives.',
      'The factor is the spread of the weights times the slope of the activation. He’s weights have a spread of √2 over the root of the width: with sigmoid that makes about a third, with no activation √2, since they are meant for ReLU, of which half the units are off.',
      'A gradient that vanishes leaves the first layers as they were drawn. One that explodes throws all weights away in one step; clipping its norm keeps the step short, and does not make the network a good one.',
    ],
    'zh-CN': [
      '往回传一层，梯度就乘上一个系数；层数就是它的指数。**每层一半，二十层剩百万分之一；每层 1.4，二十层就将近一千倍。**只有系数在 1 附近才撑得住。',
      '这个系数等于权重的散布乘以激活函数的斜率。He 初始化的散布是 √2 除以宽度的平方根：配 sigmoid 大约三分之一，不用激活函数就是 √2。它本来是给 ReLU 用的，ReLU 有一半神经元是关着的。',
      '梯度消失，前面的层就一直是随机的样子。梯度爆炸，一步就把所有权重甩飞；裁剪梯度的范数能把步子压住，但不会让网络变好。',
    ],
  },
  formula: {
    of: row(i('g'), o('∝'), power(i('s'), i('D')), o(','), i('s'), o('≈'), n(1)),
    symbols: [
      { symbol: 'g', name: { en: 'gradient that arrives at the first layer', 'zh-CN': '传到第一层的梯度' } },
      {
        symbol: 's',
        name: {
          en: 'factor of a layer: spread of the weights times slope',
          'zh-CN': '每层的系数：权重的散布乘以斜率',
        },
        setting: 'init',
      },
      { symbol: 'D', name: { en: 'number of layers', 'zh-CN': '层数' }, setting: 'layers' },
    ],
  },
  plots: [{ title: 's²⁰', of: (s) => s ** 20, from: 0.8, to: 1.2, mark: 1 }],
  misconception: {
    belief: {
      en: 'Vanishing gradients mean that all gradients are zero.',
      'zh-CN': '梯度消失就是所有梯度都变成零。',
    },
    fact: {
      en: 'The last layer has a healthy one and learns, from features that the layers before never improve.',
      'zh-CN': '最后一层的梯度好好的，也在学，只是它依靠的特征从来没有变好。',
    },
  },
  sources: [
    {
      text: 'Glorot & Bengio 2010, Understanding the Difficulty of Training Deep Feedforward Neural Networks',
    },
    { text: 'He et al. 2015, Delving Deep into Rectifiers' },
    {
      text: 'Dive into Deep Learning: Numerical Stability and Initialization',
      url: 'https://d2l.ai/chapter_multilayer-perceptrons/numerical-stability-and-init.html',
    },
  ],
  breakIt: [
    {
      text: {
        en: 'tanh from very small weights: even it vanishes',
        'zh-CN': 'tanh 从很小的权重开始：它也会消失',
      },
      scene: `${NETWORK}&activation=tanh&compare=init:small-uniform/glorot-uniform/he-uniform`,
    },
    {
      text: {
        en: 'Twenty linear layers on two moons, with and without a clipped gradient: does the run survive? Is it good?',
        'zh-CN': '双月上的二十个线性层，裁剪梯度与不裁剪：能撑过去吗？效果好吗？',
      },
      scene: 'preset=exploding-gradients',
    },
  ],
  nowYou: [
    {
      text: {
        en: 'How many layers of sigmoid still learn?',
        'zh-CN': 'sigmoid 最多几层还学得起来？',
      },
      scene: `${NETWORK}&activation=sigmoid&lr=0.1&compare=layers:32/32,32/32,32,32/32,32,32,32`,
    },
  ],
  teacher: {
    notes: {
      en: 'Let the class compute 0.5 to the 20th and 1.4 to the 20th first. The lesson is about a power, and the activation is only one way to choose its base.',
      'zh-CN':
        '先让学生算 0.5 的 20 次方和 1.4 的 20 次方。这一课讲的是乘方，激活函数只是决定底数的一种办法。',
    },
    timing: [
      { minute: 0, text: { en: 'Two powers, by hand.', 'zh-CN': '手算两个乘方。' } },
      { minute: 2, text: { en: 'Vote, run.', 'zh-CN': '投票，运行。' } },
      { minute: 3, text: { en: 'Gradients of sigmoid and tanh.', 'zh-CN': '看 sigmoid 和 tanh 的梯度。' } },
      { minute: 6, text: { en: 'tanh from small weights.', 'zh-CN': 'tanh 从很小的权重开始。' } },
    ],
  },
  figureNames: {
    sigmoidGradient: {
      en: 'gradient, first over last layer, sigmoid',
      'zh-CN': '梯度，第一层 ÷ 最后一层，sigmoid',
    },
    tanhGradient: { en: 'gradient, first over last layer, tanh', 'zh-CN': '梯度，第一层 ÷ 最后一层，tanh' },
    linearGradientRatio: {
      en: 'first-layer gradient, linear over tanh',
      'zh-CN': '第一层的梯度，线性 ÷ tanh',
    },
    sigmoidAccuracy: { en: 'training accuracy, sigmoid', 'zh-CN': '训练准确率，sigmoid', share: true },
    tanhAccuracy: { en: 'training accuracy, tanh', 'zh-CN': '训练准确率，tanh', share: true },
    linearEpochs: { en: 'epochs until it diverged, linear', 'zh-CN': '发散前的轮数，线性' },
  },
  judge([sigmoid, tanh, linear]) {
    const figures = {
      sigmoidGradient: gradientThrough(sigmoid!),
      tanhGradient: gradientThrough(tanh!),
      linearGradientRatio: linear!.start!.gradients[0]! / tanh!.start!.gradients[0]!,
      sigmoidAccuracy: trainAccuracy(sigmoid!),
      tanhAccuracy: trainAccuracy(tanh!),
      linearEpochs: linear!.epochs.length,
    }
    return {
      holds:
        figures.sigmoidGradient <= 1e-8 &&
        figures.tanhGradient >= 0.3 &&
        figures.tanhGradient <= 3 &&
        figures.linearGradientRatio >= 100 &&
        linear!.outcome?.kind === 'diverged' &&
        figures.sigmoidAccuracy <= 0.2 &&
        figures.tanhAccuracy >= 0.7,
      figures,
    }
  },
}
