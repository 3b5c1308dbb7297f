import { noiseFloor } from '../domain/run/reference-losses.ts'
import { last } from './figures.ts'
import { fraction, i, n, o, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

export const lesson: Lesson = {
  scene: 'preset=overfitting&compare=dropout:0/0.5/0.9',
  question: {
    text: {
      en: 'In every step half of the hidden units are switched off by chance. How do the losses end, measured with all units on?',
      'zh-CN': '每一步随机关掉一半隐藏神经元。最后打开全部神经元来量，损失会怎样？',
    },
    answers: [
      {
        text: { en: 'Both higher: half a network learns less', 'zh-CN': '都更高：半个网络学得少' },
        because: {
          en: 'It does learn less of the training points. What it fails to learn is what only single units could hold: the noise.',
          'zh-CN': '训练点确实学得少了。但少学的正是要靠个别神经元才记得住的东西：噪声。',
        },
      },
      {
        text: { en: 'Training higher, validation lower', 'zh-CN': '训练更高，验证更低' },
        because: {
          en: 'No unit can count on another to be there, so nothing is learned that only a few of them hold together.',
          'zh-CN': '谁也不能指望别的神经元在场，靠几个神经元凑起来才记得住的东西，就学不进去了。',
        },
        right: true,
      },
      {
        text: { en: 'Both lower: it is an average of many networks', 'zh-CN': '都更低：等于许多网络取平均' },
        because: {
          en: 'The average is why validation gets better. On the training points the full network is the better memorizer.',
          'zh-CN': '取平均能解释验证为什么变好。可要说记训练点，还是完整的网络更厉害。',
        },
      },
    ],
  },
  look: [
    {
      view: 'curves',
      epochs: [20, 300],
      text: {
        en: 'With 0.5 the validation curve stays low and the training curve stays up. With 0.9 even training stays above the noise floor.',
        'zh-CN': '0.5 的验证曲线压得低，训练曲线下不去。0.9 连训练损失都停在噪声下限以上。',
      },
    },
    {
      view: 'network',
      runs: [1],
      dropoutStep: true,
      text: {
        en: 'One step of the second run: the units that are off, and the thinned network that learned from this batch.',
        'zh-CN': '第二次运行的一步：哪些神经元被关掉，这一批数据训练的是怎样一个瘦身的网络。',
      },
    },
    {
      view: 'penalty',
      text: {
        en: 'Of the second run, what fit() prints is above what training is with all units on, and at first above validation.',
        'zh-CN': '看第二次运行：fit() 显示的损失比打开全部神经元量的训练损失高，起初连验证损失都比它低。',
      },
    },
    {
      view: 'fit',
      text: {
        en: 'The islands of the first run are gone in the second. The third hardly bends.',
        'zh-CN': '第一张图里的小岛，第二张没有了。第三张几乎不弯。',
      },
    },
  ],
  explanation: {
    en: [
      'Each training step keeps a unit with the chance 1 − p and silences it otherwise: **every batch trains another thinned network, and all of them share their weights.**',
      'What is left on is divided by 1 − p, so that sums are as large on average as with all units. At prediction nothing is dropped and nothing scaled. (The first paper scaled the weights at prediction instead.)',
      'Dropout is a remedy for overfitting and nothing else. **Where training is already bad, it makes things worse**: 0.9 underfits. It also slows learning; give it more epochs.',
    ],
    'zh-CN': [
      '每一步训练，每个神经元以 1 − p 的概率保留，否则关掉：**每一批训练的都是一个不同的瘦身网络，它们共用同一套权重。**',
      '留下的神经元，输出要除以 1 − p，这样总和的平均大小与全开时一样。预测时不丢弃，也不缩放。（最早的论文是反过来，在预测时缩小权重。）',
      'Dropout 只治过拟合。**训练本来就不好的时候，用了更糟**：0.9 就欠拟合了。它还会让学习变慢，要多给几轮。',
    ],
  },
  formula: {
    of: row(i('a'), o('→'), fraction(row(i('m'), o('·'), i('a')), row(n(1), o('−'), i('p')))),
    symbols: [
      { symbol: 'a', name: { en: 'output of a hidden unit', 'zh-CN': '一个隐藏神经元的输出' } },
      {
        symbol: 'm',
        name: {
          en: '1 with the chance 1 − p, else 0; drawn anew for every sample and step',
          'zh-CN': '以 1 − p 的概率为 1，否则为 0；每步每个样本重新抽',
        },
        setting: 'seed-training',
      },
      {
        symbol: 'p',
        name: {
          en: 'chance to be dropped (Keras’ rate; the first paper’s p is the chance to be kept)',
          'zh-CN': '被丢弃的概率（与 Keras 相同；最早的论文里 p 是保留的概率）',
        },
        setting: 'dropout',
      },
    ],
  },
  misconception: {
    belief: {
      en: 'Validation loss below training loss means a mistake in the program.',
      'zh-CN': '验证损失比训练损失还低，一定是程序错了。',
    },
    fact: {
      en: 'The loss that fit() prints is measured with units off, validation with all on. Measured alike, as here, training is the lower one again.',
      'zh-CN':
        'fit() 打印的训练损失是关掉一部分神经元时量的，验证损失是全开时量的。像这里一样都全开来量，训练损失还是更低。',
    },
  },
  sources: [
    {
      text: 'Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov, Dropout, 2014',
      url: 'https://jmlr.org/papers/v15/srivastava14a.html',
    },
    { text: 'Hung-yi Lee, Tips for Training Deep Neural Networks' },
  ],
  breakIt: [
    {
      text: {
        en: 'A network that underfits: does dropout help it?',
        'zh-CN': '给一个欠拟合的网络用 Dropout：有用吗？',
      },
      scene: 'preset=overfitting&layers=4&compare=dropout:0/0.5',
    },
    {
      text: {
        en: 'Three times the epochs for 0.5: does it overfit in the end?',
        'zh-CN': '让 0.5 训练三倍的轮数：最后会过拟合吗？',
      },
      scene: 'preset=overfitting&epochs=900&compare=dropout:0/0.5',
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Find the rate with the lowest last validation loss. Then see whether L2 gets lower.',
        'zh-CN': '找出最后验证损失最低的丢弃率。再看看 L2 能不能更低。',
      },
      scene: 'preset=overfitting&compare=dropout:0.2/0.4/0.6/0.8',
    },
  ],
  teacher: {
    notes: {
      en: 'Ask first which of the two questions dropout answers: bad training, or good training and bad validation? Half of a class will offer it for the wrong one.',
      'zh-CN': '先问：Dropout 治的是“训练不好”，还是“训练好、验证不好”？总有半个班会答错。',
    },
    timing: [
      {
        minute: 0,
        text: {
          en: 'A team of which half is absent each day.',
          'zh-CN': '打个比方：一个小组每天随机缺一半人。',
        },
      },
      { minute: 1, text: { en: 'Vote, then run.', 'zh-CN': '投票，然后运行。' } },
      { minute: 3, text: { en: 'Step through a few dropout steps.', 'zh-CN': '一步一步看几次 Dropout。' } },
      {
        minute: 5,
        text: { en: 'The underfitting network; vote again.', 'zh-CN': '换成欠拟合的网络，再投一次。' },
      },
    ],
  },
  figureNames: {
    noneValidationLoss: { en: 'validation loss, no dropout', 'zh-CN': '验证损失，不用 Dropout' },
    halfValidationLoss: { en: 'validation loss, rate 0.5', 'zh-CN': '验证损失，丢弃率 0.5' },
    noneTrainLoss: { en: 'training loss, no dropout', 'zh-CN': '训练损失，不用 Dropout' },
    halfTrainLoss: { en: 'training loss, rate 0.5', 'zh-CN': '训练损失，丢弃率 0.5' },
    strongLowestTrainLoss: { en: 'lowest training loss, rate 0.9', 'zh-CN': '最低训练损失，丢弃率 0.9' },
    noiseFloor: { en: 'noise floor', 'zh-CN': '噪声下限' },
  },
  judge([none, half, strong]) {
    const figures = {
      noneValidationLoss: last(none!).validation.loss,
      halfValidationLoss: last(half!).validation.loss,
      noneTrainLoss: last(none!).train.loss,
      halfTrainLoss: last(half!).train.loss,
      strongLowestTrainLoss: Math.min(...strong!.epochs.map(({ train }) => train.loss)),
      noiseFloor: noiseFloor(none!.experiment) ?? Number.NaN,
    }
    return {
      holds:
        figures.halfValidationLoss <= (2 / 3) * figures.noneValidationLoss &&
        figures.halfTrainLoss >= 1.2 * figures.noneTrainLoss &&
        figures.strongLowestTrainLoss > figures.noiseFloor,
      figures,
    }
  },
}
