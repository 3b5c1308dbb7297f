import { trainAccuracy } from './figures.ts'
import { i, n, o, row, subscript } from './formula.ts'
import type { Lesson } from './lesson.ts'

const NETWORK = 'preset=residual-blocks&train=500&validation=500&test=500&batch=16'

export const lesson: Lesson = {
  scene: `${NETWORK}&compare=model:mlp;layers=32,32,32/mlp/residual-mlp`,
  question: {
    text: {
      en: 'A network of 41 layers has a higher test error than one of 3. Does it overfit?',
      'zh-CN': '41 层的网络，测试误差比 3 层的高。这是过拟合吗？',
    },
    answers: [
      {
        text: { en: 'Yes: it has many more weights', 'zh-CN': '是：它的权重多得多' },
        because: {
          en: 'Overfitting is a low training error with a high test error. Nobody has looked at the training error yet.',
          'zh-CN': '训练误差低、测试误差高，才叫过拟合。训练误差还没有人看过。',
        },
      },
      {
        text: { en: 'No: deeper networks overfit less', 'zh-CN': '不是：越深越不会过拟合' },
        because: {
          en: 'There is no such rule. Whether it overfits is seen at the training error.',
          'zh-CN': '没有这样的规律。是不是过拟合，要看训练误差。',
        },
      },
      {
        text: { en: 'One cannot tell without the training error', 'zh-CN': '没有训练误差，说不准' },
        because: {
          en: 'Here it is as bad as the test error: 41 plain layers do not learn even the digits they are trained on.',
          'zh-CN': '这里的训练误差和测试误差一样差：41 层普通网络连训练用的数字都学不会。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      text: {
        en: 'Training loss first. Three layers learn, 41 plain layers stay at guessing, 41 layers with skip connections learn again.',
        'zh-CN': '先看训练损失。3 层学得会，41 层普通的停在瞎猜，41 层加上跳跃连接又学得会了。',
      },
    },
    {
      view: 'gradients',
      text: {
        en: 'In the deep plain network the first layer’s gradient starts below a ten-millionth. With skip connections it starts more than a hundred thousand times larger.',
        'zh-CN': '深的普通网络，第一层的梯度一开始不到一千万分之一。加上跳跃连接，一开始就大了十万倍以上。',
      },
    },
  ],
  explanation: {
    en: [
      'Forty-one layers can do what three can: let the first three work and the others hand on their input. **That the deep network is worse on its own training data is a failure of training, and of nothing else.**',
      'A residual block puts out its input plus a change: h + F(h). To hand the input on, F has only to be 0, which is near where weights begin. And the sum gives the gradient a way back that no weight multiplies.',
      'He and others introduced this for networks whose gradients batch normalization had kept healthy, and which still got worse with depth. Here, without it, the signal itself dies out on the way. **Skip connections mend both.**',
    ],
    'zh-CN': [
      '3 层能做的，41 层也能做：让前 3 层干活，后面的层把输入原样传下去就行。**深的网络在自己的训练数据上反而更差，那是没训练好，不是别的原因。**',
      '残差块输出的是输入加上一点改动：h + F(h)。要把输入原样传下去，只要 F 为 0，而权重的起点就离 0 不远。相加还给梯度留了一条回路，路上不乘任何权重。',
      '何恺明等人提出它时，用批量归一化保证了梯度正常，网络加深后还是变差。这里没有归一化，信号在半路上就消失了。**跳跃连接两样都治。**',
    ],
  },
  formula: {
    of: row(
      subscript(i('h'), row(i('k'), o('+'), n(1))),
      o('='),
      subscript(i('h'), i('k')),
      o('+'),
      i('F'),
      o('('),
      subscript(i('h'), i('k')),
      o(')'),
    ),
    symbols: [
      { symbol: 'h', name: { en: 'what the block is given', 'zh-CN': '残差块的输入' } },
      { symbol: 'F', name: { en: 'two layers of the block', 'zh-CN': '块里的两层' }, setting: 'model' },
      { symbol: 'k', name: { en: 'number of the block', 'zh-CN': '第几个块' }, setting: 'layers' },
    ],
  },
  misconception: {
    belief: {
      en: 'Fifty-six layers are worse than twenty on the test set, so they overfit.',
      'zh-CN': '56 层在测试集上比 20 层差，所以是过拟合。',
    },
    fact: {
      en: 'In that famous figure they are worse on the training set too. Look there first, always.',
      'zh-CN': '在那张有名的图里，它在训练集上也更差。永远先看训练集。',
    },
  },
  sources: [
    { text: 'He, Zhang, Ren, Sun 2015, Deep Residual Learning', url: 'https://arxiv.org/abs/1512.03385' },
    {
      text: 'He et al. 2016, Identity Mappings in Deep Residual Networks',
      url: 'https://arxiv.org/abs/1603.05027',
    },
    { text: 'Hung-yi Lee, General Guidance: optimization issue or overfitting' },
  ],
  breakIt: [
    {
      text: {
        en: 'He’s weights: now the gradient is healthy. Do 41 plain layers learn?',
        'zh-CN': '换成 He 初始化，梯度就正常了。41 层普通网络学得起来吗？',
      },
      scene: `${NETWORK}&model=mlp&compare=init:glorot-uniform/he-uniform`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'How deep may a plain network be and still learn nine in ten of its digits?',
        'zh-CN': '普通网络最深几层，还能学会九成训练数字？',
      },
      scene: `${NETWORK}&model=mlp&compare=layers:${[5, 11, 21, 31].map(deep).join('/')}`,
    },
  ],
  teacher: {
    notes: {
      en: 'Show only the validation curves for the vote, then the training curves. The sentence to take home is the question: is the training error bad?',
      'zh-CN': '投票时只给看验证曲线，然后再看训练曲线。要带走的是那个问题：训练误差差不差？',
    },
    timing: [
      { minute: 0, text: { en: 'Overfitting? Vote.', 'zh-CN': '是过拟合吗？投票。' } },
      { minute: 1, text: { en: 'Run; training loss.', 'zh-CN': '运行；看训练损失。' } },
      { minute: 3, text: { en: 'Gradients of the two deep ones.', 'zh-CN': '两个深网络的梯度。' } },
      { minute: 5, text: { en: 'Draw one block.', 'zh-CN': '画一个残差块。' } },
    ],
  },
  figureNames: {
    shallowAccuracy: { en: 'training accuracy, 3 layers', 'zh-CN': '训练准确率，3 层', share: true },
    plainAccuracy: {
      en: 'training accuracy, 41 plain layers',
      'zh-CN': '训练准确率，普通 41 层',
      share: true,
    },
    residualAccuracy: {
      en: 'training accuracy, 41 residual layers',
      'zh-CN': '训练准确率，残差 41 层',
      share: true,
    },
    residualGradientFactor: {
      en: 'first-layer gradient, residual over plain',
      'zh-CN': '第一层的梯度，残差 ÷ 普通',
    },
  },
  judge([shallow, plain, residual]) {
    const first = (run: typeof plain) => run!.start!.gradients[0]!
    const figures = {
      shallowAccuracy: trainAccuracy(shallow!),
      plainAccuracy: trainAccuracy(plain!),
      residualAccuracy: trainAccuracy(residual!),
      residualGradientFactor: first(residual) / first(plain),
    }
    return {
      holds:
        figures.shallowAccuracy >= 0.95 &&
        figures.plainAccuracy <= 0.2 &&
        figures.residualAccuracy >= 0.95 &&
        figures.residualGradientFactor >= 1e5,
      figures,
    }
  },
}

function deep(layers: number): string {
  return Array.from({ length: layers }, () => 32).join()
}
