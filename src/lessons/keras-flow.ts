import { trainAccuracy } from './figures.ts'
import { fraction, i, n, o, row, subscript } from './formula.ts'
import type { Lesson } from './lesson.ts'

const NETWORK = 'preset=keras-mnist&train=2000&layers=64,64'

export const lesson: Lesson = {
  scene: NETWORK,
  opensTest: true,
  question: {
    text: {
      en: 'The network is built and compiled, and has seen no digit yet. What is its cross-entropy on ten classes?',
      'zh-CN': '网络已经搭好、编译好，还没见过一个数字。它在十个类别上的交叉熵是多少？',
    },
    answers: [
      {
        text: { en: '0', 'zh-CN': '0' },
        because: {
          en: 'That would be to know every answer for certain.',
          'zh-CN': '那等于每个答案都有十足的把握，而且全对。',
        },
      },
      {
        text: { en: '1', 'zh-CN': '1' },
        because: {
          en: 'A loss is no percentage. For classes it has no upper end at all.',
          'zh-CN': '损失不是百分比，它没有上限。',
        },
      },
      {
        text: { en: 'About 2.3', 'zh-CN': '2.3 左右' },
        because: {
          en: 'It gives every digit about 1/10, and −ln(1/10) = 2.303. A first loss that is far off is the first sign of a mistake.',
          'zh-CN':
            '它给每个数字的概率都是 1/10 左右，−ln(1/10) = 2.303。第一个损失差得远，多半是哪里写错了。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'code',
      flow: 'build',
      text: {
        en: 'Build: Sequential stacks the layers, 784 numbers in, two hidden layers with ReLU, ten numbers out.',
        'zh-CN': '搭建：Sequential 把层叠起来。输入 784 个数，两个隐藏层用 ReLU，输出 10 个数。',
      },
    },
    {
      view: 'code',
      flow: 'compile',
      text: {
        en: 'Compile: names the loss, cross-entropy, and the optimizer, Adam. Nothing is trained yet.',
        'zh-CN': '编译（compile）：选定损失函数（交叉熵）和优化器（Adam）。这时还没有训练。',
      },
    },
    {
      view: 'curves',
      flow: 'fit',
      text: {
        en: 'Fit: 20 epochs of 20 batches of 100, 400 updates. Training loss starts at about 2.3 and falls; validation loss shows whether that is worth anything.',
        'zh-CN':
          '训练（fit）：20 轮，每轮 20 批，每批 100 个，共更新 400 次。训练损失从 2.3 左右往下降；验证损失告诉你这有没有用。',
      },
    },
    {
      view: 'code',
      flow: 'evaluate',
      text: {
        en: 'Evaluate: the loss and the accuracy on the test set, once, at the very end.',
        'zh-CN': '评估（evaluate）：到最后，在测试集上算一次损失和准确率。',
      },
    },
    {
      view: 'predictions',
      flow: 'predict',
      text: {
        en: 'Predict: ten probabilities for every picture. The digits that it is most wrong about are worth a look: would you have known?',
        'zh-CN': '预测（predict）：每张图给出十个概率。看看它错得最厉害的几个：换成你认得出来吗？',
      },
    },
  ],
  explanation: {
    en: [
      'Five steps are the whole of it: **build, compile, fit, evaluate, predict**. Each has its lines in the program, and its controls among the settings: layers and activation; loss and optimizer; batch size and epochs.',
      'That fit ran through proves nothing: training fails silently. Check what must be so. The loss before training is about ln 10. A few digits can be learned by heart. The training error comes down, and only then is the validation error worth a look.',
      'This is the course’s network with 64 units a layer in place of 500, and 2 000 digits in place of all, so that it is done in seconds. The full one is the first thing to try afterwards.',
    ],
    'zh-CN': [
      '全部就是五步：**搭建、编译、训练、评估、预测**。每一步在程序里都有几行，在设置里都有控件：层和激活函数；损失函数和优化器；批量大小和轮数。',
      'fit 跑完了，什么也证明不了：训练失败时不会出声。要检查该成立的事：训练前的损失约为 ln 10；几个数字应该背得下来；训练误差要先降下来，然后才轮到看验证误差。',
      '这是课上的网络，每层 500 个神经元换成了 64 个，数字只用 2 000 个，几秒钟就跑完。完整的那个，最后可以试。',
    ],
  },
  formula: {
    of: row(
      subscript(i('p'), i('k')),
      o('='),
      fraction(n(1), i('K')),
      o('⇒'),
      i('L'),
      o('='),
      o('−'),
      i('ln'),
      o('⁡'),
      fraction(n(1), i('K')),
      o('='),
      i('ln'),
      o('⁡'),
      i('K'),
    ),
    symbols: [
      {
        symbol: 'p',
        name: { en: 'probability of a class before training', 'zh-CN': '训练前给一个类别的概率' },
      },
      { symbol: 'k', name: { en: 'one of the classes', 'zh-CN': '其中一个类别' } },
      { symbol: 'K', name: { en: 'number of classes, 10', 'zh-CN': '类别数，这里是 10' }, setting: 'data' },
      { symbol: 'L', name: { en: 'cross-entropy', 'zh-CN': '交叉熵' }, setting: 'loss' },
    ],
  },
  misconception: {
    belief: {
      en: 'fit ran without an error, so it works.',
      'zh-CN': 'fit 没有报错，所以没问题。',
    },
    fact: {
      en: 'A wrong loss, a wrong rate or shuffled labels raise no error. Only the numbers tell.',
      'zh-CN': '损失选错、学习率不对、标签弄乱，都不会报错。只有数字会告诉你。',
    },
  },
  sources: [
    { text: 'Hung-yi Lee, “Hello world” of deep learning: Keras' },
    {
      text: 'Karpathy, A Recipe for Training Neural Networks',
      url: 'https://karpathy.github.io/2019/04/25/recipe/',
    },
    { text: 'Keras: Simple MNIST convnet', url: 'https://keras.io/examples/vision/mnist_convnet/' },
  ],
  breakIt: [
    {
      text: {
        en: 'Ten digits, one batch: can it learn them by heart?',
        'zh-CN': '只有十个数字，一批：背得下来吗？',
      },
      scene: `${NETWORK}&train=10&batch=10&epochs=50`,
    },
    {
      text: {
        en: 'The course’s mistakes: squared error, sigmoid, plain SGD',
        'zh-CN': '课上的错误示范：均方误差、sigmoid、SGD',
      },
      scene: `${NETWORK}&activation=sigmoid&loss=mse&optimizer=sgd&lr=0.1`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'The network of the course: 784-500-500-10 on 8 000 digits',
        'zh-CN': '课上的网络：784-500-500-10，8 000 个数字',
      },
      scene: 'preset=keras-mnist',
    },
    {
      text: {
        en: 'Mend the mistakes one at a time: which one matters most?',
        'zh-CN': '把错误一个一个改过来：哪一个影响最大？',
      },
      scene: `${NETWORK}&activation=sigmoid&loss=mse&optimizer=sgd&lr=0.1&compare=loss:mse/cross-entropy`,
    },
  ],
  teacher: {
    notes: {
      en: 'Go through the program line by line with the code open, and let the class name the control of each line before you point at it. Ask for the first loss before you press Run.',
      'zh-CN':
        '打开代码，一行一行讲。指出控件之前，先让学生说这一行对应哪个控件。按运行之前，先问第一个损失是多少。',
    },
    timing: [
      {
        minute: 0,
        text: { en: 'Build and compile; vote on the first loss.', 'zh-CN': '搭建和编译；给第一个损失投票。' },
      },
      { minute: 3, text: { en: 'Fit.', 'zh-CN': '训练。' } },
      { minute: 5, text: { en: 'Evaluate: the test set, once.', 'zh-CN': '评估：测试集只开一次。' } },
      { minute: 7, text: { en: 'Predict: the worst digits.', 'zh-CN': '预测：错得最厉害的数字。' } },
    ],
  },
  figureNames: {
    startLoss: { en: 'loss before training', 'zh-CN': '开始训练前的损失' },
    trainAccuracy: { en: 'training accuracy', 'zh-CN': '训练准确率', share: true },
    testAccuracy: { en: 'test accuracy', 'zh-CN': '测试准确率', share: true },
  },
  judge([run]) {
    const figures = {
      startLoss: run!.start?.train.loss ?? Number.NaN,
      trainAccuracy: trainAccuracy(run!),
      testAccuracy: run!.test?.accuracy ?? Number.NaN,
    }
    return {
      holds:
        Math.abs(figures.startLoss - Math.log(10)) <= 0.25 &&
        figures.trainAccuracy >= 0.99 &&
        figures.testAccuracy >= 0.88 &&
        figures.testAccuracy < figures.trainAccuracy,
      figures,
    }
  },
}
