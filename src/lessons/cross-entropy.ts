import { trainAccuracy } from './figures.ts'
import { i, n, o, partial, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

const NETWORK =
  'data=digits&train=500&validation=500&test=500&noise=0&layers=64,64&activation=sigmoid&optimizer=sgd&lr=0.1&batch=10&epochs=20&patience=off'

export const lesson: Lesson = {
  scene: `${NETWORK}&compare=loss:cross-entropy/mse/mse;lr=4`,
  question: {
    text: {
      en: 'One output neuron, a sigmoid, says 0.98. The right answer is 0. Which loss corrects it faster?',
      'zh-CN': '一个 sigmoid 输出神经元说 0.98，正确答案是 0。哪种损失纠正得快？',
    },
    answers: [
      {
        text: {
          en: 'Squared error: it punishes large errors most',
          'zh-CN': '均方误差：它对大的错误罚得最重',
        },
        because: {
          en: 'Its value is large, but learning goes by its slope. The sigmoid is flat at 0.98, so hardly any slope is left: a²(1 − a) ≈ 0.02.',
          'zh-CN': '它的值确实大，但学习靠的是斜率。sigmoid 在 0.98 处很平，斜率所剩无几：a²(1 − a) ≈ 0.02。',
        },
      },
      {
        text: { en: 'Cross-entropy', 'zh-CN': '交叉熵' },
        because: {
          en: 'Its slope at the neuron’s input is the error itself, 0.98: the more wrong, the faster.',
          'zh-CN': '它对神经元输入的斜率就是误差本身，0.98：错得越多，改得越快。',
        },
        right: true,
      },
      {
        text: { en: 'Both alike: they have the same minimum', 'zh-CN': '一样快：两者的最低点相同' },
        because: {
          en: 'Yes, the same place to go. How steep the way there is differs by a factor of 57 at this point.',
          'zh-CN': '终点确实相同。但在这一点上，通往终点的坡度相差 57 倍。',
        },
      },
    ],
  },
  look: [
    {
      view: 'curves',
      text: {
        en: 'Compare the accuracies; the two losses have different units. At one rate cross-entropy has learned the digits while squared error is still near guessing.',
        'zh-CN':
          '比较准确率；两种损失的单位不同，不能直接比。学习率相同时，交叉熵已经学会，均方误差还和瞎猜差不多。',
      },
    },
    {
      view: 'curves',
      epochs: [1, 20],
      text: {
        en: 'With forty times the rate squared error learns too. What it lacked was slope.',
        'zh-CN': '学习率放大四十倍，均方误差也学得会。它缺的是坡度。',
      },
    },
    {
      view: 'gradients',
      text: {
        en: 'The gradients of squared error at a rate of 0.1 lie some thirty times below those of cross-entropy, in every layer.',
        'zh-CN': '学习率为 0.1 时，均方误差的梯度在每一层都比交叉熵小几十倍。',
      },
    },
  ],
  explanation: {
    en: [
      'Both losses are 0 when the right class has probability 1. **They differ in what they do with a confident error.** Squared error sends its gradient back through the slope of the output, which is flat at both ends; cross-entropy contains the logarithm that cancels this slope.',
      'What is left is the plain difference between what the network says and what is right, a − y. There is no plateau for it to get stuck on.',
      'Part of the difference is only scale: Keras’ squared error is a mean over the ten outputs, which makes it smaller. That part a larger rate makes up for, as the third run shows. **So: not that squared error cannot classify, but that it is slow at one rate, and slowest where it is most wrong.**',
    ],
    'zh-CN': [
      '正确类别的概率为 1 时，两种损失都是 0。**区别在于怎样对待自信的错误。**均方误差的梯度要乘上输出处的斜率，而那条曲线两头都是平的；交叉熵里的对数正好把这个斜率消掉。',
      '剩下的就是网络的回答与正确答案之差，a − y。它不会卡在平坦的地方。',
      '差别里有一部分只是尺度：Keras 的均方误差对十个输出取平均，所以小。这部分调大学习率就补得回来，第三次运行就是。**所以不是说均方误差不能做分类，而是同样的学习率下它慢，而且错得最多的地方最慢。**',
    ],
  },
  formula: {
    of: row(
      partial(i('C'), i('z')),
      o('='),
      i('a'),
      o('−'),
      i('y'),
      o(','),
      partial(i('Q'), i('z')),
      o('='),
      o('('),
      i('a'),
      o('−'),
      i('y'),
      o(')'),
      i('a'),
      o('('),
      n(1),
      o('−'),
      i('a'),
      o(')'),
    ),
    symbols: [
      { symbol: 'C', name: { en: 'cross-entropy', 'zh-CN': '交叉熵' }, setting: 'loss' },
      {
        symbol: 'Q',
        name: { en: 'squared error, ½(a − y)²', 'zh-CN': '平方误差 ½(a − y)²' },
        setting: 'loss',
      },
      { symbol: 'a', name: { en: 'output, a sigmoid', 'zh-CN': '输出，一个 sigmoid' } },
      { symbol: 'z', name: { en: 'its input', 'zh-CN': '它的输入' } },
      { symbol: 'y', name: { en: 'right answer, 0 or 1', 'zh-CN': '正确答案，0 或 1' } },
    ],
  },
  plots: [
    { title: '∂C/∂z, y = 0', of: (a) => a, from: 0, to: 1, mark: 0.98 },
    { title: '∂Q/∂z, y = 0', of: (a) => a * a * (1 - a), from: 0, to: 1, mark: 0.98 },
  ],
  misconception: {
    belief: {
      en: 'A loss of 0.09 is better than one of 2.3.',
      'zh-CN': '损失 0.09 比 2.3 好。',
    },
    fact: {
      en: 'For ten classes 0.09 is what squared error gives to guessing, and 2.3 what cross-entropy gives to it.',
      'zh-CN': '十个类别瞎猜，均方误差就是 0.09，交叉熵就是 2.3。两个数说的是同一件事。',
    },
  },
  sources: [
    {
      text: 'Nielsen, Neural Networks and Deep Learning, ch. 3',
      url: 'http://neuralnetworksanddeeplearning.com/chap3.html',
    },
    { text: 'Hung-yi Lee, Keras and tips for classification' },
    {
      text: 'Hui & Belkin 2020, Evaluation of Neural Architectures Trained with Square Loss vs Cross-Entropy',
    },
  ],
  breakIt: [
    {
      text: {
        en: 'ReLU in place of sigmoid: how much of the difference is left?',
        'zh-CN': '把 sigmoid 换成 ReLU：差别还剩多少？',
      },
      scene: `${NETWORK}&activation=relu&init=he-uniform&compare=loss:cross-entropy/mse`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Squared error under Adam: does it still need another rate?',
        'zh-CN': '均方误差配 Adam：还需要另找学习率吗？',
      },
      scene: `${NETWORK}&optimizer=adam&lr=0.003&compare=loss:cross-entropy/mse`,
    },
  ],
  teacher: {
    notes: {
      en: 'Draw the sigmoid and ask for its slope at 0.98 before the vote is shown. Do show the third run: without it the class learns that squared error cannot classify, which is false.',
      'zh-CN':
        '公布投票前，画出 sigmoid，问它在 0.98 处的斜率。第三次运行一定要看，不然学生会以为均方误差不能做分类，这是错的。',
    },
    timing: [
      {
        minute: 0,
        text: { en: 'The neuron that is sure and wrong: vote.', 'zh-CN': '自信而错误的神经元：投票。' },
      },
      { minute: 2, text: { en: 'Run; the first two accuracies.', 'zh-CN': '运行；看前两个准确率。' } },
      { minute: 3, text: { en: 'The third run: what does it change?', 'zh-CN': '第三次运行：说明了什么？' } },
      { minute: 5, text: { en: 'The two slopes.', 'zh-CN': '两条斜率。' } },
    ],
  },
  figureNames: {
    crossEntropyAccuracy: {
      en: 'training accuracy, cross-entropy at 0.1',
      'zh-CN': '训练准确率，交叉熵 0.1',
      share: true,
    },
    squaredErrorAccuracy: {
      en: 'training accuracy, squared error at 0.1',
      'zh-CN': '训练准确率，均方误差 0.1',
      share: true,
    },
    fasterSquaredErrorAccuracy: {
      en: 'training accuracy, squared error at 4',
      'zh-CN': '训练准确率，均方误差 4',
      share: true,
    },
  },
  judge([crossEntropy, squared, faster]) {
    const figures = {
      crossEntropyAccuracy: trainAccuracy(crossEntropy!),
      squaredErrorAccuracy: trainAccuracy(squared!),
      fasterSquaredErrorAccuracy: trainAccuracy(faster!),
    }
    return {
      holds:
        figures.crossEntropyAccuracy >= 0.85 &&
        figures.squaredErrorAccuracy <= 0.35 &&
        figures.fasterSquaredErrorAccuracy >= 0.85,
      figures,
    }
  },
}
