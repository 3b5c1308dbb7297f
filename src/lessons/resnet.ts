import { trainAccuracy } from './figures.ts'
import { i, n, o, row, subscript } from './formula.ts'
import type { Lesson } from './lesson.ts'

const NETWORK =
  'data=digits-8x8&train=500&validation=200&test=200&model=cnn&blocks=8,8:25&layers=none&activation=relu&lr=0.003&batch=32&epochs=15&patience=off'

export const lesson: Lesson = {
  scene: `${NETWORK}&compare=model:cnn;blocks=8,8:3/cnn/residual-cnn`,
  question: {
    text: {
      en: 'A convolutional network of 4 convolutions learns 500 small digits well. Its copy with 26 of them, without skip connections: what is its training accuracy?',
      'zh-CN': '4 个卷积的网络把 500 个小数字学得很好。换成 26 个卷积，不加跳跃连接，训练准确率会怎样？',
    },
    answers: [
      {
        text: { en: 'Higher: it can do more', 'zh-CN': '更高：它能力更强' },
        because: {
          en: 'What a network could represent and what training finds are two things.',
          'zh-CN': '网络表示得出来的，和训练找得到的，是两回事。',
        },
      },
      {
        text: { en: 'The same: 4 are enough', 'zh-CN': '一样：4 个就够了' },
        because: {
          en: 'So the other 22 would only have to hand on what they get. Plain layers do not find even that.',
          'zh-CN': '那另外 22 个只要原样传下去就行。可是普通的层连这一点也学不到。',
        },
      },
      {
        text: { en: 'That of guessing', 'zh-CN': '和瞎猜一样' },
        because: {
          en: 'The picture fades on its way through 26 layers, and so does the gradient on its way back.',
          'zh-CN': '图像往前走过 26 层就淡没了，梯度往回走也一样。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      text: {
        en: 'Three training losses: of 4 convolutions, of 26 plain ones, of 26 with a skip connection over every two.',
        'zh-CN': '三条训练损失：4 个卷积；26 个普通卷积；26 个卷积，每两个加一条跳跃连接。',
      },
    },
    {
      view: 'gradients',
      text: {
        en: 'The plain deep network begins with gradients of about a ten-millionth, and some of its layers get none.',
        'zh-CN': '深的普通网络，梯度一开始只有千万分之一左右，有的层完全没有。',
      },
    },
    {
      view: 'predictions',
      text: {
        en: 'The deep plain network gives all pictures the same answer, so its confusion matrix is a single column. The residual one has its diagonal.',
        'zh-CN': '深的普通网络对所有图像给出同一个答案，混淆矩阵只有一列。残差网络的对角线清清楚楚。',
      },
    },
  ],
  explanation: {
    en: [
      'Convolutions or dense layers, the trouble of depth is the same: **more layers, and a higher error on the training data**. He and others called it degradation. It is no overfitting, and no lack of capacity.',
      'ResNet adds the input of every two convolutions to their output. Both networks here have the same convolutions and the same number of weights; the skip connections have none of their own.',
      'In their experiments batch normalization kept the gradients healthy, and depth still hurt; skip connections cured that. Without normalization, as here, the gradients vanish as well, and skip connections cure that too.',
    ],
    'zh-CN': [
      '卷积也好，全连接也好，加深的毛病是一样的：**层数多了，训练数据上的误差反而更高**。何恺明等人称之为退化。它不是过拟合，也不是能力不够。',
      'ResNet 把每两个卷积的输入加到它们的输出上。这里的两个深网络，卷积相同，权重个数也相同，跳跃连接本身没有权重。',
      '在他们的实验里，批量归一化让梯度保持正常，加深仍然有害，跳跃连接解决了它。这里没有归一化，梯度也消失，跳跃连接同样解决。',
    ],
  },
  formula: {
    of: row(
      i('y'),
      o('='),
      i('x'),
      o('+'),
      subscript(i('W'), n(2)),
      o('∗'),
      i('f'),
      o('('),
      subscript(i('W'), n(1)),
      o('∗'),
      i('f'),
      o('('),
      i('x'),
      o(')'),
      o(')'),
    ),
    symbols: [
      { symbol: 'x', name: { en: 'what comes into the block', 'zh-CN': '块的输入' } },
      { symbol: 'y', name: { en: 'what leaves it', 'zh-CN': '块的输出' }, setting: 'model' },
      {
        symbol: 'W',
        name: { en: 'kernels of its two convolutions', 'zh-CN': '两个卷积的核' },
        setting: 'blocks',
      },
      { symbol: 'f', name: { en: 'activation', 'zh-CN': '激活函数' }, setting: 'activation' },
    ],
  },
  misconception: {
    belief: {
      en: 'ResNet exists because gradients vanish.',
      'zh-CN': 'ResNet 是为了解决梯度消失。',
    },
    fact: {
      en: 'Its authors ruled that out with batch normalization and still saw deeper plain networks train worse. Skip connections help with both.',
      'zh-CN': '作者用批量归一化排除了梯度消失，更深的普通网络照样训练得更差。跳跃连接对两者都有用。',
    },
  },
  sources: [
    { text: 'He, Zhang, Ren, Sun 2015, Deep Residual Learning', url: 'https://arxiv.org/abs/1512.03385' },
    { text: 'Hung-yi Lee, General Guidance: is it an optimization issue?' },
  ],
  breakIt: [
    {
      text: {
        en: 'Plain networks of 4, 8, 14 and 20 convolutions: where does it break?',
        'zh-CN': '普通网络，4、8、14、20 个卷积：从哪里开始不行？',
      },
      scene: `${NETWORK}&compare=blocks:8,8:3/8,8:7/8,8:13/8,8:19`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Few convolutions against dense layers, on 500 larger digits. Compare their weights first, then their validation losses.',
        'zh-CN': '500 个大一些的数字，几个卷积对全连接层。先比权重的个数，再比验证损失。',
      },
      scene: 'preset=convolutions&compare=model:cnn/mlp;layers=64,64',
    },
    {
      text: {
        en: 'Does a residual network of 26 beat a plain one of 4 on validation digits? Try five seeds before you say so.',
        'zh-CN': '在验证数字上，26 层残差网络胜得过 4 层普通网络吗？试过五个种子再下结论。',
      },
      scene: `${NETWORK}&compare=model:cnn;blocks=8,8:3/residual-cnn`,
    },
    {
      text: {
        en: 'The same with larger digits, 28 × 28: it takes longer',
        'zh-CN': '换成 28 × 28 的大数字：要久一些',
      },
      scene: 'preset=degradation',
    },
  ],
  teacher: {
    notes: {
      en: 'Ask for the best network one could build from the good one of 4 convolutions and 22 more. Someone will say: let the rest do nothing. That is the idea of the residual block.',
      'zh-CN':
        '问学生：在 4 个卷积的好网络上再加 22 个，最好能做成什么样？总有人会说：让多出来的什么也不做。这就是残差块的想法。',
    },
    timing: [
      {
        minute: 0,
        text: {
          en: 'What would 22 more layers have to do? Vote.',
          'zh-CN': '多出来的 22 层该做什么？投票。',
        },
      },
      { minute: 2, text: { en: 'Run; training loss of all three.', 'zh-CN': '运行；看三条训练损失。' } },
      { minute: 4, text: { en: 'Confusion matrix of the plain one.', 'zh-CN': '普通网络的混淆矩阵。' } },
      { minute: 6, text: { en: 'Degradation, and what it is not.', 'zh-CN': '什么是退化，什么不是。' } },
    ],
  },
  figureNames: {
    shallowAccuracy: {
      en: 'training accuracy, 4 convolutions',
      'zh-CN': '训练准确率，4 个卷积',
      share: true,
    },
    plainAccuracy: {
      en: 'training accuracy, 26 plain convolutions',
      'zh-CN': '训练准确率，26 个普通卷积',
      share: true,
    },
    residualAccuracy: {
      en: 'training accuracy, 26 with skip connections',
      'zh-CN': '训练准确率，26 个卷积加跳跃连接',
      share: true,
    },
  },
  judge([shallow, plain, residual]) {
    const figures = {
      shallowAccuracy: trainAccuracy(shallow!),
      plainAccuracy: trainAccuracy(plain!),
      residualAccuracy: trainAccuracy(residual!),
    }
    return {
      holds:
        figures.shallowAccuracy >= 0.9 && figures.plainAccuracy <= 0.2 && figures.residualAccuracy >= 0.9,
      figures,
    }
  },
}
