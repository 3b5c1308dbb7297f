import { gradientThrough, trainAccuracy } from './figures.ts'
import { i, n, o, partial, product, row, subscript } from './formula.ts'
import type { Lesson } from './lesson.ts'

const slopeOfSigmoid = (x: number) => {
  const y = 1 / (1 + Math.exp(-x))
  return y * (1 - y)
}

export const lesson: Lesson = {
  scene: 'preset=vanishing-gradients',
  question: {
    text: {
      en: 'Five layers of 64 sigmoids, trained for 20 epochs on 1 000 digits. How many of these 1 000 does the network get right in the end?',
      'zh-CN': '五层，每层 64 个 sigmoid，在 1 000 个数字上训练 20 轮。最后这 1 000 个里能认对多少？',
    },
    answers: [
      {
        text: { en: 'Nearly all: five layers are powerful', 'zh-CN': '几乎全部：五层的能力很强' },
        because: {
          en: 'The network could represent it. Gradient descent does not find it: the first layers hear almost nothing of the error.',
          'zh-CN': '网络表示得出来，梯度下降却找不到：前面几层几乎收不到误差的信号。',
        },
      },
      {
        text: { en: 'About half', 'zh-CN': '一半左右' },
        because: {
          en: 'One sigmoid layer gets nine in ten, and every layer more makes it worse.',
          'zh-CN': '一层 sigmoid 能认对九成，每多一层就更差。',
        },
      },
      {
        text: { en: 'About one in ten', 'zh-CN': '一成左右' },
        because: {
          en: 'That is guessing. The last layer learns how frequent each digit is, and gets nothing better to work with.',
          'zh-CN': '也就是瞎猜。最后一层只学到每个数字出现的多少，前面没有给它更好的东西。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      text: {
        en: 'It is the training loss that stays at ln 10 ≈ 2.3. This is no overfitting: the network has not been trained.',
        'zh-CN': '停在 ln 10 ≈ 2.3 的是训练损失。这不是过拟合，是根本没训练起来。',
      },
    },
    {
      view: 'gradients',
      text: {
        en: 'On the log axis, from the last sigmoid layer to the first: each layer has about a tenth of the gradient of the next. Under ReLU the lines stay together.',
        'zh-CN':
          '对数轴上，从最后一层 sigmoid 往前看：每一层的梯度只有后一层的十分之一左右。换成 ReLU，各层的线靠在一起。',
      },
    },
  ],
  explanation: {
    en: [
      'The gradient reaches the first layer as a product: every layer on the way multiplies it by its weights and by the slope of its activation. **The slope of a sigmoid is at most 1/4**, and that only at 0.',
      'Weights of the usual size do not make up for it, so five layers leave less than a thousandth. The first layer then moves a thousandth as far as the last one, in the same time.',
      '**The slope of ReLU is 1 wherever it is not 0.** A path through active units hands the gradient on undiminished, which is why it replaced the sigmoid in hidden layers.',
    ],
    'zh-CN': [
      '梯度传到第一层时是一连串的乘积：路上每一层都要乘以它的权重，再乘以激活函数的斜率。**sigmoid 的斜率最大只有 1/4**，而且只在 0 处才有。',
      '一般大小的权重补不回来，所以过了五层，只剩不到千分之一。同样的时间里，第一层走的距离只有最后一层的千分之一。',
      '**ReLU 的斜率不是 0 就是 1。**只要路上的神经元没有关掉，梯度就原样传过去，隐藏层因此改用 ReLU。',
    ],
  },
  formula: {
    of: row(
      partial(i('L'), subscript(i('a'), i('k'))),
      o('='),
      partial(i('L'), subscript(i('a'), i('D'))),
      product(row(i('j'), o('='), i('k'), o('+'), n(1)), i('D')),
      subscript(i('w'), i('j')),
      o('·'),
      i('f′'),
      o('('),
      subscript(i('z'), i('j')),
      o(')'),
    ),
    symbols: [
      { symbol: 'L', name: { en: 'loss', 'zh-CN': '损失' }, setting: 'loss' },
      {
        symbol: 'f′',
        name: { en: 'slope of the activation', 'zh-CN': '激活函数的斜率' },
        setting: 'activation',
      },
      { symbol: 'D', name: { en: 'last hidden layer', 'zh-CN': '最后一个隐藏层' }, setting: 'layers' },
      { symbol: 'k', name: { en: 'a layer before it', 'zh-CN': '它前面的某一层' } },
      { symbol: 'j', name: { en: 'layers on the way between the two', 'zh-CN': '两者之间路上的各层' } },
      { symbol: 'w', name: { en: 'weight on the path', 'zh-CN': '路径上的权重' }, setting: 'init' },
      { symbol: 'a', name: { en: 'output of a unit', 'zh-CN': '神经元的输出' } },
      { symbol: 'z', name: { en: 'its weighted sum, before the activation', 'zh-CN': '激活前的加权和' } },
    ],
  },
  plots: [
    { title: 'σ′', of: slopeOfSigmoid, from: -6, to: 6, mark: 0 },
    { title: 'ReLU′', of: (x) => (x > 0 ? 1 : 0), from: -6, to: 6, mark: 3 },
  ],
  misconception: {
    belief: {
      en: 'The deep network fails on new digits because it overfits.',
      'zh-CN': '深的网络在新数字上表现差，是因为过拟合。',
    },
    fact: {
      en: 'Look at the training accuracy first: it fails there too. What fails to train cannot overfit.',
      'zh-CN': '先看训练准确率：那里也一样差。没训练起来的网络谈不上过拟合。',
    },
  },
  sources: [
    { text: 'Hung-yi Lee, Tips for Training Deep Neural Networks' },
    {
      text: 'Nielsen, Neural Networks and Deep Learning, ch. 5',
      url: 'http://neuralnetworksanddeeplearning.com/chap5.html',
    },
    { text: 'Glorot, Bordes, Bengio 2011, Deep Sparse Rectifier Neural Networks' },
  ],
  breakIt: [
    {
      text: {
        en: 'Sigmoid with one, two, three and five layers',
        'zh-CN': 'sigmoid 一层、两层、三层、五层',
      },
      scene: 'preset=vanishing-gradients&compare=layers:64/64,64/64,64,64/64,64,64,64,64',
    },
    {
      text: { en: 'tanh, whose slope is 1 at 0', 'zh-CN': '换成 tanh，它在 0 处斜率为 1' },
      scene: 'preset=vanishing-gradients&compare=activation:sigmoid/tanh/relu',
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Keep the five sigmoid layers and make them learn.',
        'zh-CN': '保留五层 sigmoid，设法让它学起来。',
      },
      scene: 'preset=vanishing-gradients&compare=optimizer:sgd/adam;lr=0.003',
    },
  ],
  teacher: {
    notes: {
      en: 'Compute 0.25 to the fifth on the board, about a thousandth, before the gradients are shown. Ask which layer learns, and from what: the last one, from random features.',
      'zh-CN':
        '看梯度之前，先在黑板上算 0.25 的五次方，大约千分之一。再问：哪一层在学？学的是什么？是最后一层，学的是随机特征。',
    },
    timing: [
      { minute: 0, text: { en: 'Vote.', 'zh-CN': '投票。' } },
      { minute: 1, text: { en: 'Run; training accuracy of both.', 'zh-CN': '运行；看两者的训练准确率。' } },
      { minute: 3, text: { en: 'Gradients, layer by layer.', 'zh-CN': '逐层看梯度。' } },
      { minute: 5, text: { en: 'The two slopes; why ReLU.', 'zh-CN': '两条斜率；为什么用 ReLU。' } },
    ],
  },
  figureNames: {
    sigmoidGradient: {
      en: 'gradient, first over last layer, sigmoid',
      'zh-CN': '梯度，第一层 ÷ 最后一层，sigmoid',
    },
    reluGradient: { en: 'gradient, first over last layer, ReLU', 'zh-CN': '梯度，第一层 ÷ 最后一层，ReLU' },
    sigmoidAccuracy: { en: 'training accuracy, sigmoid', 'zh-CN': '训练准确率，sigmoid', share: true },
    reluAccuracy: { en: 'training accuracy, ReLU', 'zh-CN': '训练准确率，ReLU', share: true },
  },
  judge([sigmoid, relu]) {
    const figures = {
      sigmoidGradient: gradientThrough(sigmoid!),
      reluGradient: gradientThrough(relu!),
      sigmoidAccuracy: trainAccuracy(sigmoid!),
      reluAccuracy: trainAccuracy(relu!),
    }
    return {
      holds:
        figures.sigmoidGradient <= 1e-3 &&
        figures.reluGradient >= 0.1 &&
        figures.sigmoidAccuracy <= 0.2 &&
        figures.reluAccuracy >= 0.9,
      figures,
    }
  },
}
