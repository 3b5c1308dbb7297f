import { last } from './figures.ts'
import { i, n, o, over, row, subscript } from './formula.ts'
import type { Lesson } from './lesson.ts'

const SPIRAL = 'preset=underfitting&activation=relu&init=he-uniform'

export const lesson: Lesson = {
  scene: `${SPIRAL}&compare=layers:none/32/512/32,32`,
  question: {
    text: {
      en: 'Two arms of a spiral. One layer of 512 units has 2 049 parameters, two layers of 32 have 1 185. Which fits the training points better?',
      'zh-CN':
        '两条螺旋臂。一层 512 个神经元有 2 049 个参数，两层各 32 个只有 1 185 个。哪个把训练点拟合得更好？',
    },
    answers: [
      {
        text: { en: 'One layer of 512: it has more weights', 'zh-CN': '一层 512 个：参数更多' },
        because: {
          en: 'What a network can draw also depends on how its units build on each other, not only on their number.',
          'zh-CN': '网络能画出什么形状，不只看参数有多少，还看神经元怎样一层搭一层。',
        },
      },
      {
        text: { en: 'Both alike, if they train long enough', 'zh-CN': '只要训练够久，都一样' },
        because: {
          en: 'In theory one layer can be wide enough. In the same hundred epochs it gets nowhere near.',
          'zh-CN': '理论上一层只要够宽就行。但同样训练一百轮，它还差得远。',
        },
      },
      {
        text: { en: 'Two layers of 32', 'zh-CN': '两层各 32 个' },
        because: {
          en: 'The second layer folds what the first has folded already. A spiral needs many folds, and this makes them cheap.',
          'zh-CN': '第二层在第一层折过的基础上再折。螺旋要折很多次，这样折最省。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      text: {
        en: 'Without a hidden layer the loss is level after a few epochs. It would be so after a thousand.',
        'zh-CN': '没有隐藏层时，损失几轮之后就走平了。再训练一千轮也是这样。',
      },
    },
    {
      view: 'fit',
      runs: [0, 2, 3],
      text: {
        en: 'A line; with one layer of 512, many bent lines; with two of 32, a spiral.',
        'zh-CN': '一条直线；一层 512 个，许多折线；两层 32 个，一条螺旋。',
      },
    },
    {
      view: 'network',
      runs: [3],
      text: {
        en: 'With two layers: units of the first are half planes, units of the second are already curved bands.',
        'zh-CN': '看两层的网络：第一层的神经元各是一个半平面，第二层的已经是弯曲的带子。',
      },
    },
  ],
  explanation: {
    en: [
      'Training loss and validation loss are equally high here. **A network that is bad on the points it has seen underfits.** More data or stopping early cannot help, and neither can more epochs: the straight line has long arrived at the best of all straight lines.',
      'What helps is a network that can draw the shape. Each ReLU unit adds one fold. Units of one layer add their folds up; **a second layer folds the folded plane again**, so that folds multiply.',
    ],
    'zh-CN': [
      '这里训练损失和验证损失一样高。**连见过的点都学不好，就是欠拟合。**加数据、早停都没有用，多训练几轮也没有用：这条直线早就是所有直线里最好的一条了。',
      '有用的是换一个画得出这种形状的网络。每个 ReLU 神经元折一下。同一层的折痕只是相加；**第二层把折过的平面再折一遍**，折痕就成倍增加。',
    ],
  },
  formula: {
    of: row(
      over(i('y'), o('^')),
      o('='),
      subscript(i('w'), n(3)),
      o('·'),
      i('f'),
      o('('),
      subscript(i('W'), n(2)),
      i('f'),
      o('('),
      subscript(i('W'), n(1)),
      i('x'),
      o(')'),
      o(')'),
    ),
    symbols: [
      { symbol: 'y', name: { en: 'answer of the network', 'zh-CN': '网络的回答' } },
      { symbol: 'W', name: { en: 'weights of a layer', 'zh-CN': '一层的权重' }, setting: 'layers' },
      { symbol: 'w', name: { en: 'weights of the output', 'zh-CN': '输出层的权重' } },
      {
        symbol: 'f',
        name: {
          en: 'activation function, without which all layers together are one',
          'zh-CN': '激活函数；没有它，多少层都等于一层',
        },
        setting: 'activation',
      },
      {
        symbol: 'x',
        name: { en: 'the two coordinates of a point', 'zh-CN': '一个点的两个坐标' },
        setting: 'features',
      },
    ],
  },
  plots: [{ title: 'ReLU(x)', of: (x) => Math.max(0, x), from: -2, to: 2, mark: 0 }],
  misconception: {
    belief: {
      en: 'Training longer mends underfitting.',
      'zh-CN': '欠拟合，多训练一会儿就好了。',
    },
    fact: {
      en: 'Only while the training loss still falls. Once it is level, the network is too weak for the shape.',
      'zh-CN': '只有训练损失还在下降时才有用。走平以后，就是网络太弱，画不出这个形状。',
    },
  },
  sources: [
    { text: 'Smilkov et al., TensorFlow Playground', url: 'https://playground.tensorflow.org' },
    {
      text: 'Montúfar et al., On the Number of Linear Regions of Deep Neural Networks, 2014',
      url: 'https://arxiv.org/abs/1402.1869',
    },
  ],
  breakIt: [
    {
      text: { en: 'Ten times the epochs for the straight line', 'zh-CN': '让直线训练十倍的轮数' },
      scene: `${SPIRAL}&epochs=1000&layers=none`,
    },
    {
      text: {
        en: 'Two layers of 32 without an activation function: what do they draw?',
        'zh-CN': '两层各 32 个，但不用激活函数：画得出什么？',
      },
      scene: `${SPIRAL}&layers=32,32&compare=activation:linear/relu`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Find the smallest network that gets 95% of the training points right in 100 epochs.',
        'zh-CN': '找出 100 轮内能让训练准确率达到 95% 的最小网络。',
      },
      scene: `${SPIRAL}&layers=8,8`,
    },
    {
      text: {
        en: 'Without hidden layers, but with other features: how far do you get?',
        'zh-CN': '不用隐藏层，只换特征：能做到多好？',
      },
      scene: `${SPIRAL}&layers=none&features=x,y,x2,y2,xy,sin-x,sin-y`,
    },
  ],
  teacher: {
    notes: {
      en: 'Ask which of the four gains from more data before anyone has seen the answer: none of the first three. Fold a sheet of paper twice to show what the second layer does.',
      'zh-CN': '先问：四个网络里，哪个加了数据会变好？前三个都不会。拿一张纸折两次，就是第二层做的事。',
    },
    timing: [
      {
        minute: 0,
        text: { en: 'Show the spiral; can a line part it?', 'zh-CN': '看螺旋：一条直线分得开吗？' },
      },
      {
        minute: 1,
        text: { en: 'Vote on 512 against 32 and 32.', 'zh-CN': '投票：一层 512，还是两层各 32。' },
      },
      { minute: 2, text: { en: 'Run; compare the four fits.', 'zh-CN': '运行，比较四张拟合图。' } },
      {
        minute: 5,
        text: {
          en: 'Remove the activation function; why a line again?',
          'zh-CN': '去掉激活函数：为什么又成了直线？',
        },
      },
    ],
  },
  figureNames: {
    lineLowestLoss: { en: 'lowest training loss, line', 'zh-CN': '最低训练损失，直线' },
    narrowTrainLoss: { en: 'training loss, 32 units', 'zh-CN': '训练损失，一层 32 个' },
    wideTrainLoss: { en: 'training loss, 512 units', 'zh-CN': '训练损失，一层 512 个' },
    deepTrainLoss: { en: 'training loss, 32 and 32 units', 'zh-CN': '训练损失，两层各 32 个' },
  },
  judge([line, narrow, wide, deep]) {
    const figures = {
      lineLowestLoss: Math.min(...line!.epochs.map(({ train }) => train.loss)),
      narrowTrainLoss: last(narrow!).train.loss,
      wideTrainLoss: last(wide!).train.loss,
      deepTrainLoss: last(deep!).train.loss,
    }
    return {
      holds:
        figures.lineLowestLoss >= 0.6 &&
        figures.narrowTrainLoss >= 0.5 &&
        figures.deepTrainLoss <= figures.wideTrainLoss / 10,
      figures,
    }
  },
}
