import { last } from './figures.ts'
import { i, o, row, subscript } from './formula.ts'
import type { Lesson } from './lesson.ts'

const at = (letter: string, ...step: ReturnType<typeof i>[]) => subscript(i(letter), row(...step))
const now = i('t')

export const lesson: Lesson = {
  scene: 'preset=long-memory&epochs=30&compare=model:rnn/lstm',
  question: {
    text: {
      en: 'A sequence of 30 numbers, two of them marked; the answer is the sum of the two. Which network of 16 units gets a mean squared error below 0.01?',
      'zh-CN':
        '一列 30 个数，其中两个做了记号，答案是这两个数之和。16 个单元的哪种网络，均方误差能降到 0.01 以下？',
    },
    answers: [
      {
        text: {
          en: 'RNN and LSTM: 16 numbers are enough to remember two',
          'zh-CN': 'RNN 和 LSTM 都可以：16 个数足够记住两个数',
        },
        because: {
          en: 'The state has room. What fails is learning what to put there, over up to 30 steps back.',
          'zh-CN': '位置是够的。难的是隔着将近 30 步，学会该往里面放什么。',
        },
      },
      {
        text: { en: 'Only the LSTM', 'zh-CN': '只有 LSTM' },
        because: {
          en: 'Its memory is added to, not multiplied through at each step, so the error finds its way back to the first mark.',
          'zh-CN': '它的记忆是往上加，不是每一步都乘一遍，所以误差找得到回去的路，一直到第一个记号。',
        },
        right: true,
      },
      {
        text: { en: 'Neither: 30 steps are too far', 'zh-CN': '都不行：30 步太远了' },
        because: {
          en: 'Too far for a simple recurrent network, which hardly gets better than always answering 1.',
          'zh-CN': '对普通的循环网络来说太远，它比永远回答 1 强不了多少。',
        },
      },
    ],
  },
  look: [
    {
      view: 'curves',
      text: {
        en: 'Always answering 1 has an error of 1/6 ≈ 0.167. The simple recurrent network stays in its neighbourhood, the LSTM falls to a small fraction of it.',
        'zh-CN': '永远回答 1，误差是 1/6 ≈ 0.167。普通循环网络一直在它附近，LSTM 降到它的几十分之一。',
      },
    },
    {
      view: 'curves',
      epochs: [10, 25],
      text: {
        en: 'The LSTM too stands on that plateau for a dozen epochs or more, then falls within a few: it has found out what the mark is for.',
        'zh-CN': 'LSTM 也在这个平台上停了十几轮，然后几轮之内就降了下去：它发现了记号的用处。',
      },
    },
    {
      view: 'predictions',
      text: {
        en: 'Predicted against true sums: a cloud around 1 for the one, the diagonal for the other.',
        'zh-CN': '预测值与真实值：一个是 1 附近的一团云，另一个落在对角线上。',
      },
    },
  ],
  explanation: {
    en: [
      'A recurrent network uses the same weights in every step. **Going back 30 steps multiplies the gradient by the same matrix 30 times**: what is a little below 1 vanishes, what is a little above explodes. 0.99 to the thousandth is 0.00004, 1.01 to the thousandth is 20 959.',
      'An LSTM keeps a cell c. Each step keeps the share f of it and adds something new. Where the forget gate f is near 1, the gradient passes from step to step nearly whole; Keras starts it open.',
      'This mends vanishing, not exploding. Against exploding the gradient is clipped, here at a norm of 1, for both networks.',
    ],
    'zh-CN': [
      '循环网络每一步用的都是同一组权重。**往回走 30 步，梯度就被同一个矩阵乘了 30 次**：比 1 小一点就消失，比 1 大一点就爆炸。0.99 的一千次方是 0.00004，1.01 的一千次方是 20 959。',
      'LSTM 有一个记忆单元 c。每一步保留其中的一部分 f，再加上一点新的。遗忘门 f 接近 1 时，梯度一步步传回去几乎不打折扣；Keras 让它一开始就开着。',
      '这治的是梯度消失，治不了梯度爆炸。防爆炸靠裁剪梯度，这里两个网络的范数都裁到 1。',
    ],
  },
  formula: {
    of: row(
      at('c', now),
      o('='),
      at('f', now),
      at('c', now, i('−1')),
      o('+'),
      at('i', now),
      at('g', now),
      o(','),
      at('h', now),
      o('='),
      at('o', now),
      i('tanh'),
      at('c', now),
    ),
    symbols: [
      { symbol: 'c', name: { en: 'cell, the memory', 'zh-CN': '记忆单元' }, setting: 'model' },
      { symbol: 'f', name: { en: 'forget gate: how much is kept', 'zh-CN': '遗忘门：保留多少' } },
      { symbol: 'i', name: { en: 'input gate: how much is let in', 'zh-CN': '输入门：放进多少' } },
      { symbol: 'g', name: { en: 'what is let in', 'zh-CN': '要放进的内容' } },
      { symbol: 'o', name: { en: 'output gate: how much is shown', 'zh-CN': '输出门：拿出多少' } },
      { symbol: 'h', name: { en: 'state that the layer hands on', 'zh-CN': '这一层传下去的状态' } },
      { symbol: 't', name: { en: 'time step', 'zh-CN': '时间步' }, setting: 'length' },
    ],
  },
  plots: [{ title: 'w³⁰', of: (w) => w ** 30, from: 0.85, to: 1.1, mark: 1 }],
  misconception: {
    belief: {
      en: 'LSTM solves vanishing and exploding gradients.',
      'zh-CN': 'LSTM 解决了梯度消失和梯度爆炸。',
    },
    fact: {
      en: 'Only vanishing. Against exploding, clip the gradient.',
      'zh-CN': '只解决了消失。防爆炸要裁剪梯度。',
    },
  },
  sources: [
    { text: 'Hochreiter & Schmidhuber 1997, Long Short-Term Memory' },
    { text: 'Gers, Schmidhuber, Cummins 2000, Learning to Forget' },
    { text: 'Hung-yi Lee, Recurrent Neural Network, part 2' },
  ],
  breakIt: [
    {
      text: {
        en: '10 steps: does the simple network manage that?',
        'zh-CN': '只有 10 步：普通循环网络行吗？',
      },
      scene: 'preset=long-memory&epochs=30&length=10&compare=model:rnn/lstm',
    },
    {
      text: {
        en: 'Without clipping the gradient',
        'zh-CN': '不裁剪梯度',
      },
      scene: 'preset=long-memory&epochs=30&clip-norm=off&compare=model:rnn/lstm',
    },
  ],
  nowYou: [
    {
      text: {
        en: 'GRU has two gates for LSTM’s three. Is it worse?',
        'zh-CN': 'GRU 只有两个门，LSTM 有三个。它更差吗？',
      },
      scene: 'preset=long-memory',
    },
  ],
  teacher: {
    notes: {
      en: 'Play the task with the class: read 30 numbers aloud, knock at two of them, ask for the sum. What they kept in mind is the cell, the knock is the gate.',
      'zh-CN':
        '和全班玩一遍：念 30 个数，念到其中两个时敲一下桌子，最后问它们的和。脑子里记住的是记忆单元，敲的那一下就是门。',
    },
    timing: [
      { minute: 0, text: { en: 'Play the task.', 'zh-CN': '玩一遍这个任务。' } },
      { minute: 2, text: { en: 'Vote, run.', 'zh-CN': '投票，运行。' } },
      { minute: 4, text: { en: 'Predicted against true.', 'zh-CN': '预测值与真实值。' } },
      { minute: 6, text: { en: 'The cell, the gates.', 'zh-CN': '记忆单元和门。' } },
    ],
  },
  figureNames: {
    simpleLoss: { en: 'validation loss, RNN', 'zh-CN': '验证损失，RNN' },
    lstmLoss: { en: 'validation loss, LSTM', 'zh-CN': '验证损失，LSTM' },
    ratio: { en: 'validation loss, RNN over LSTM', 'zh-CN': '验证损失，RNN ÷ LSTM' },
  },
  judge([simple, lstm]) {
    const figures = {
      simpleLoss: last(simple!).validation.loss,
      lstmLoss: last(lstm!).validation.loss,
      ratio: last(simple!).validation.loss / last(lstm!).validation.loss,
    }
    return { holds: figures.lstmLoss <= 0.01 && figures.ratio >= 10, figures }
  },
}
