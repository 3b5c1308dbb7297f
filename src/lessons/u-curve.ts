import { last } from './figures.ts'
import { i, n, o, over, power, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

export const lesson: Lesson = {
  scene: 'preset=u-curve',
  question: {
    text: {
      en: 'Eight networks, from 1 to 64 units a layer. Draw the validation loss over their width: what shape is it?',
      'zh-CN': '八个网络，每层从 1 个到 64 个神经元。把验证损失按宽度画出来，是什么形状？',
    },
    answers: [
      {
        text: { en: 'It falls all the way', 'zh-CN': '一路下降' },
        because: {
          en: 'The training loss does. Wide networks spend their units on the wrong labels.',
          'zh-CN': '一路下降的是训练损失。宽的网络把多出来的神经元用在错误的标签上。',
        },
      },
      {
        text: { en: 'It rises all the way', 'zh-CN': '一路上升' },
        because: {
          en: 'A single unit draws one straight edge. No ring can be made of that.',
          'zh-CN': '一个神经元只画得出一条直边，围不成一个圈。',
        },
      },
      {
        text: { en: 'A U', 'zh-CN': 'U 形' },
        because: {
          en: 'On the left the network cannot draw the ring, on the right it also draws the noise.',
          'zh-CN': '左边画不出圈，右边连噪声也画进去。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'table',
      lastEpoch: true,
      text: {
        en: 'Read the last epochs down: training loss keeps falling, validation loss falls until 3 or 4 units a layer and then rises.',
        'zh-CN': '看最后一轮的值，从上往下：训练损失一直下降；验证损失降到每层 3、4 个神经元为止，然后上升。',
      },
    },
    {
      view: 'curves',
      text: {
        en: 'Narrow networks: both losses high and together. Wide ones: the two part after a few dozen epochs.',
        'zh-CN': '窄的网络，两条损失都高、挨在一起；宽的网络，几十轮之后两条就分开了。',
      },
    },
    {
      view: 'fit',
      runs: [0, 3, 7],
      text: {
        en: '1, 4 and 64 units a layer: a line, a ring, a ring with holes and islands.',
        'zh-CN': '每层 1 个、4 个、64 个神经元：一条线，一个圈，一个带洞带岛的圈。',
      },
    },
  ],
  explanation: {
    en: [
      'The expected error has three parts. **Bias** is what the network cannot draw, whatever the sample. **Variance** is how far its drawing depends on which sample it happened to see. The rest is noise, and nobody gets rid of it.',
      'Width lowers bias and raises variance. Their sum is a U, and **its lowest point is where training and validation loss are both low**, not where training loss is lowest.',
      'The U belongs to this recipe: few samples, wrong labels, training to the end. With early stopping or a penalty the right arm almost disappears, and very wide networks can do better again.',
    ],
    'zh-CN': [
      '期望误差有三部分。**偏差**是不管给什么样本，网络都画不出来的部分。**方差**是换一批样本，画出来的东西会变多少。剩下的是噪声，谁也去不掉。',
      '宽度增加，偏差减小，方差增大，加起来就是 U 形。**最低点是训练损失和验证损失都低的地方**，不是训练损失最低的地方。',
      '这个 U 属于这份配方：样本少，有错误标签，训练到底。用上早停或惩罚，右臂几乎就没有了；非常宽的网络还可能重新变好。',
    ],
  },
  formula: {
    of: row(
      i('E'),
      o('('),
      i('y'),
      o('−'),
      over(i('f'), o('^')),
      power(o(')'), n(2)),
      o('='),
      power(i('b'), n(2)),
      o('+'),
      i('v'),
      o('+'),
      power(i('σ'), n(2)),
    ),
    symbols: [
      {
        symbol: 'E',
        name: { en: 'mean over samples one might have drawn', 'zh-CN': '对可能抽到的各批样本取平均' },
        setting: 'seed-data',
      },
      {
        symbol: 'f',
        name: { en: 'what the network answers after training', 'zh-CN': '训练后网络的回答' },
        setting: 'layers',
      },
      { symbol: 'y', name: { en: 'true answer', 'zh-CN': '真实的答案' } },
      { symbol: 'b', name: { en: 'bias', 'zh-CN': '偏差' } },
      { symbol: 'v', name: { en: 'variance', 'zh-CN': '方差' } },
      {
        symbol: 'σ',
        name: { en: 'deviation of the noise', 'zh-CN': '噪声的标准差' },
        setting: 'label-noise',
      },
    ],
  },
  misconception: {
    belief: {
      en: 'The best network is the one with the lowest training loss.',
      'zh-CN': '训练损失最低的网络最好。',
    },
    fact: {
      en: 'Here that is the widest, and three of its narrower brothers predict better.',
      'zh-CN': '这里训练损失最低的是最宽的几个，预测却不如窄得多的网络。',
    },
  },
  sources: [
    { text: 'Geman, Bienenstock, Doursat, Neural Networks and the Bias/Variance Dilemma, 1992' },
    { text: 'Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, ch. 7' },
  ],
  breakIt: [
    {
      text: {
        en: 'No wrong labels: is the right arm still there?',
        'zh-CN': '标签全部正确：右臂还在吗？',
      },
      scene: 'preset=u-curve&label-noise=0&compare=layers:1,1/4,4/16,16/64,64',
    },
    {
      text: {
        en: 'Early stopping for all widths: what is left of the U?',
        'zh-CN': '所有宽度都用早停：U 形还剩什么？',
      },
      scene: 'preset=u-curve&patience=30&compare=layers:1,1/4,4/16,16/64,64',
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Keep 64 units a layer and get below the lowest point of the U.',
        'zh-CN': '保持每层 64 个神经元，做到比 U 的最低点还低。',
      },
      scene: 'preset=u-curve&layers=64,64&compare=off',
    },
  ],
  teacher: {
    notes: {
      en: 'Have the U drawn on the board first, then run. Afterwards let the class mark on it where bias and where variance is large.',
      'zh-CN': '先让学生在黑板上画，再运行。之后让他们标出哪里偏差大，哪里方差大。',
    },
    timing: [
      { minute: 0, text: { en: 'Draw both losses over the width.', 'zh-CN': '画出两条损失随宽度的变化。' } },
      { minute: 2, text: { en: 'Run; correct the drawing.', 'zh-CN': '运行，改正黑板上的图。' } },
      { minute: 4, text: { en: 'Look at the fits from left to right.', 'zh-CN': '从左到右看拟合图。' } },
      { minute: 6, text: { en: 'Early stopping: which arm goes?', 'zh-CN': '早停：哪一边会消失？' } },
    ],
  },
  figureNames: {
    narrowestValidationLoss: { en: 'validation loss, 1 unit a layer', 'zh-CN': '验证损失，每层 1 个' },
    lowestValidationLoss: { en: 'lowest validation loss in between', 'zh-CN': '中间的最低验证损失' },
    widestValidationLoss: { en: 'validation loss, 64 units a layer', 'zh-CN': '验证损失，每层 64 个' },
    narrowestTrainLoss: { en: 'training loss, 1 unit a layer', 'zh-CN': '训练损失，每层 1 个' },
    widestTrainLoss: { en: 'training loss, 64 units a layer', 'zh-CN': '训练损失，每层 64 个' },
  },
  judge(runs) {
    const losses = runs.map((run) => last(run).validation.loss)
    const inner = losses.slice(1, -1)
    const figures = {
      narrowestValidationLoss: losses[0]!,
      lowestValidationLoss: Math.min(...inner),
      widestValidationLoss: losses.at(-1)!,
      narrowestTrainLoss: last(runs[0]!).train.loss,
      widestTrainLoss: last(runs.at(-1)!).train.loss,
    }
    return {
      holds:
        figures.narrowestValidationLoss >= 1.5 * figures.lowestValidationLoss &&
        figures.widestValidationLoss >= 1.5 * figures.lowestValidationLoss &&
        figures.widestTrainLoss <= figures.narrowestTrainLoss / 3,
      figures,
    }
  },
}
