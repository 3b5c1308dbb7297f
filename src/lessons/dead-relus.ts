import { last, trainAccuracy } from './figures.ts'
import { i, n, o, partial, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

const NETWORK =
  'data=digits&train=500&validation=500&test=500&noise=0&layers=64,64&activation=relu&init=he-uniform&optimizer=sgd&lr=0.1&batch=32&epochs=10&patience=off'

export const lesson: Lesson = {
  scene: `${NETWORK}&compare=lr:0.1/2/2;activation=leaky-relu`,
  question: {
    text: {
      en: 'A run stands at a loss of 2.3 from its first epochs on. What do you do?',
      'zh-CN': '一次运行从头几轮起就停在损失 2.3。你会怎么做？',
    },
    answers: [
      {
        text: { en: 'Raise the learning rate: it hardly moves', 'zh-CN': '调大学习率：它几乎不动' },
        because: {
          en: 'It does not move because no gradient arrives. The steps that brought it there were too long already.',
          'zh-CN': '它不动，是因为没有梯度传过来。把它带到这里的那几步，本来就迈得太大了。',
        },
      },
      {
        text: { en: 'Train on: it will get over it', 'zh-CN': '继续训练：过一阵就好了' },
        because: {
          en: 'A unit that is 0 for every sample has a gradient of 0 for every sample. No later step can move it.',
          'zh-CN': '一个神经元对每个样本都输出 0，梯度也就都是 0，之后哪一步都动不了它。',
        },
      },
      {
        text: { en: 'Put Leaky ReLU in', 'zh-CN': '换成 Leaky ReLU' },
        because: {
          en: 'Its units do not die, so nothing stops the steps from growing: the same run ends in numbers too large to be held.',
          'zh-CN': '它的神经元不会死，也就没有东西拦住步子变大：同样的运行最后数大得存不下。',
        },
      },
      {
        text: { en: 'Lower the rate and start again', 'zh-CN': '调小学习率，从头再来' },
        because: {
          en: 'With a twentieth of the rate the same weights learn. Starting again matters: dead units stay dead.',
          'zh-CN': '学习率降到二十分之一，同样的起始权重就学得会。一定要从头来：死掉的神经元不会复活。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      epochs: [2, 10],
      text: {
        en: 'At a rate of 2 the loss stands at ln 10 ≈ 2.3, the loss of guessing. Leaky ReLU has no line at all: it diverged at once.',
        'zh-CN': '学习率为 2 时，损失停在 ln 10 ≈ 2.3，也就是瞎猜。Leaky ReLU 连曲线都没有：一开始就发散了。',
      },
    },
    {
      view: 'gradients',
      text: {
        en: 'Of the run at 2: its first two layers get a gradient of exactly 0. The verdict counts the units that never answer.',
        'zh-CN': '看学习率为 2 的运行：前两层的梯度正好是 0。诊断里数出了从不响应的神经元。',
      },
    },
    {
      view: 'weights',
      text: {
        en: 'The pictures of the first layer’s weights: at 2 they were thrown far from where they began, and stopped there.',
        'zh-CN': '第一层权重的小图：学习率为 2 时，权重被甩到离起点很远的地方，停在那里不动了。',
      },
    },
  ],
  explanation: {
    en: [
      'ReLU hands on what is above 0 and nothing below. **Where it hands on nothing its slope is 0, and so is the gradient of all its weights.** That is fine for some samples. A unit that is below 0 for every sample never changes again: it is dead.',
      'One long step is enough. It pulls the biases and weights so far down that no input lifts the sum above 0. When a whole layer is dead, the output cannot depend on the picture any more, and only the last biases still learn: how frequent each digit is.',
      'The remedies, in this order: a smaller rate from a new start, weights of the right size (He), and only then an activation that leaks.',
    ],
    'zh-CN': [
      'ReLU 大于 0 的照传，小于 0 的全部截成 0。**输出 0 的地方斜率也是 0，它所有权重的梯度都是 0。**对某些样本这样没关系。如果对每个样本都小于 0，这个神经元就再也不会变：它死了。',
      '一大步就够了：偏置和权重被拉得太低，什么输入都抬不到 0 以上。整层都死掉之后，输出就和图像无关了，只有最后的偏置还在学：每个数字出现得多不多。',
      '补救的办法按这个顺序：用小一点的学习率从头来；权重的大小要合适（He 初始化）；最后才考虑会泄漏的激活函数。',
    ],
  },
  formula: {
    of: row(
      partial(i('L'), i('w')),
      o('='),
      i('δ'),
      o('·'),
      i('ReLU′'),
      o('('),
      i('z'),
      o(')'),
      o('·'),
      i('x'),
      o('='),
      n(0),
      o(','),
      i('z'),
      o('<'),
      n(0),
    ),
    symbols: [
      { symbol: 'L', name: { en: 'loss', 'zh-CN': '损失' }, setting: 'loss' },
      {
        symbol: 'z',
        name: { en: 'weighted sum of the unit, before ReLU', 'zh-CN': '神经元的加权和，ReLU 之前' },
        setting: 'activation',
      },
      { symbol: 'δ', name: { en: 'error that comes back to the unit', 'zh-CN': '传回神经元的误差' } },
      { symbol: 'x', name: { en: 'input of the weight', 'zh-CN': '这个权重的输入' } },
      { symbol: 'w', name: { en: 'weight', 'zh-CN': '权重' }, setting: 'init' },
    ],
  },
  plots: [
    { title: 'ReLU', of: (x) => Math.max(0, x), from: -3, to: 3 },
    { title: 'Leaky ReLU', of: (x) => (x > 0 ? x : 0.2 * x), from: -3, to: 3 },
  ],
  misconception: {
    belief: {
      en: 'A unit that puts out 0 is dead.',
      'zh-CN': '输出 0 的神经元就是死的。',
    },
    fact: {
      en: 'Only one that puts out 0 for every sample. Being off for half of them is what makes a ReLU network more than a linear one.',
      'zh-CN': '对每个样本都输出 0 才算。对一半样本关着，正是 ReLU 网络胜过线性网络的原因。',
    },
  },
  sources: [
    { text: 'CS231n, Neural Networks Part 1', url: 'https://cs231n.github.io/neural-networks-1/' },
    { text: 'Google Machine Learning Crash Course, backpropagation: dead ReLU units' },
    { text: 'Hung-yi Lee, Tips for Training Deep Neural Networks' },
  ],
  breakIt: [
    {
      text: {
        en: 'From which rate on do they die?',
        'zh-CN': '学习率从多大起，神经元会死？',
      },
      scene: `${NETWORK}&compare=lr:0.1/0.3/0.5/1/2`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Keep the rate of 2 and save the run, by any other setting.',
        'zh-CN': '学习率保持 2，改别的任何设置，救活这次运行。',
      },
      scene: `${NETWORK}&lr=2`,
    },
  ],
  teacher: {
    notes: {
      en: 'Most will raise the rate. Show the gradients before the answer: a rate multiplies a gradient of 0. Clipping the norm at about 0.1 is one way to keep a rate of 2.',
      'zh-CN':
        '多数人会调大学习率。公布答案前先看梯度：学习率乘的是 0。把梯度范数裁剪到 0.1 左右，是保留学习率 2 的一种办法。',
    },
    timing: [
      { minute: 0, text: { en: 'The flat curve: what now? Vote.', 'zh-CN': '一条平线：怎么办？投票。' } },
      { minute: 1, text: { en: 'Run; gradients.', 'zh-CN': '运行；看梯度。' } },
      { minute: 3, text: { en: 'Why a dead unit stays dead.', 'zh-CN': '死掉的神经元为什么不会复活。' } },
      { minute: 5, text: { en: 'Save the run at 2.', 'zh-CN': '救活学习率为 2 的运行。' } },
    ],
  },
  figureNames: {
    fineAccuracy: { en: 'training accuracy, rate 0.1', 'zh-CN': '训练准确率，学习率 0.1', share: true },
    largeAccuracy: { en: 'training accuracy, rate 2', 'zh-CN': '训练准确率，学习率 2', share: true },
    fineDeadShare: {
      en: 'dead units, worst layer, rate 0.1',
      'zh-CN': '死掉的神经元，最多的一层，学习率 0.1',
      share: true,
    },
    largeDeadShare: {
      en: 'dead units, best layer, rate 2',
      'zh-CN': '死掉的神经元，最少的一层，学习率 2',
      share: true,
    },
    largeLoss: { en: 'training loss, rate 2', 'zh-CN': '训练损失，学习率 2' },
    leakyEpochs: { en: 'epochs until it diverged, Leaky ReLU', 'zh-CN': '发散前的轮数，Leaky ReLU' },
  },
  judge([alive, dead, leaky]) {
    const inactive = (run: typeof alive) => Math.min(...(last(run!).inactive ?? [Number.NaN]))
    const figures = {
      fineAccuracy: trainAccuracy(alive!),
      largeAccuracy: trainAccuracy(dead!),
      fineDeadShare: Math.max(...(last(alive!).inactive ?? [Number.NaN])),
      largeDeadShare: inactive(dead),
      largeLoss: last(dead!).train.loss,
      leakyEpochs: leaky!.epochs.length,
    }
    return {
      holds:
        figures.fineAccuracy >= 0.9 &&
        figures.fineDeadShare <= 0.25 &&
        figures.largeAccuracy <= 0.2 &&
        figures.largeDeadShare >= 0.9 &&
        Math.abs(figures.largeLoss - Math.log(10)) <= 0.1 &&
        leaky!.outcome?.kind === 'diverged',
      figures,
    }
  },
}
