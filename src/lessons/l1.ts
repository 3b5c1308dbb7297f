import { TRUE_WEIGHTS } from '../domain/data-sets/regressions.ts'
import { last } from './figures.ts'
import { fraction, i, o, row } from './formula.ts'
import type { Lesson, LessonRun } from './lesson.ts'

/** Of the 95 weights of inputs that do not matter, how many are 0. */
function zeros({ weights }: LessonRun): number {
  return weights[0]!.values.filter((weight, input) => weight === 0 && !TRUE_WEIGHTS.has(input)).length
}

export const lesson: Lesson = {
  scene: 'preset=sparsity&compare=l1:0/0;l2=0.03/0.1',
  question: {
    text: {
      en: 'A number depends on 5 of 100 inputs. There are 60 samples. Which penalty finds the five?',
      'zh-CN': '100 个输入里只有 5 个有用，样本只有 60 个。哪种惩罚能把这 5 个找出来？',
    },
    answers: [
      {
        text: { en: 'None is needed: the loss finds them', 'zh-CN': '不用惩罚，损失自己会找到' },
        because: {
          en: 'With more weights than samples, training loss 0 has endless solutions. Almost all of them use all inputs.',
          'zh-CN': '权重比样本多，训练损失为 0 的解有无穷多个，几乎每个都用上了全部输入。',
        },
      },
      {
        text: { en: 'L2', 'zh-CN': 'L2 惩罚' },
        because: {
          en: 'It pulls a weight the less, the smaller it is. All become small and none becomes 0.',
          'zh-CN': '权重越小，L2 拉得越轻。所有权重都变小，没有一个变成 0。',
        },
      },
      {
        text: { en: 'L1', 'zh-CN': 'L1 惩罚' },
        because: {
          en: 'It pulls every weight equally hard. What the data do not hold against it ends at 0.',
          'zh-CN': 'L1 对每个权重拉得一样重。数据撑不住的那些，就被拉到 0。',
        },
        right: true,
      },
      {
        text: { en: 'Either: both make weights small', 'zh-CN': '都行：两种都让权重变小' },
        because: {
          en: 'Small and zero are not the same. Ninety-five small weights still add up to noise.',
          'zh-CN': '小不等于零。95 个小权重加起来，还是噪声。',
        },
      },
    ],
  },
  look: [
    {
      view: 'fit',
      text: {
        en: 'A bar for every weight, a ring for each that is truly there. Only with L1 do bars stand almost only in rings.',
        'zh-CN': '一根线是一个权重，圆圈是真正有用的。只有 L1 的线几乎都落在圆圈里。',
      },
    },
    {
      view: 'weights',
      text: {
        en: 'The share of weights that are exactly 0: none without a penalty, none with L2, most with L1.',
        'zh-CN': '看“恰为 0”的权重：不加惩罚没有，L2 也没有，L1 占了大半。',
      },
    },
    {
      view: 'curves',
      text: {
        en: 'The lower the training loss, the higher the validation loss. The first run reaches a training loss of 0.',
        'zh-CN': '训练损失越低的，验证损失越高。第一次运行的训练损失到了 0。',
      },
    },
  ],
  explanation: {
    en: [
      'L1 adds λ·Σ|w| to what is minimized. Its slope is λ, for a large weight and for a tiny one. A weight stays away from 0 only if the data pull at it more strongly than λ.',
      'L2 adds λ·Σw², with the slope 2λw. Near 0 that is almost nothing: **L2 makes weights small, L1 makes them zero.** So L1 also selects inputs.',
      'It has a price. The five weights that matter are pulled as well and come out too small, more so the larger λ is.',
    ],
    'zh-CN': [
      'L1 在要最小化的量里加上 λ·Σ|w|。它的斜率总是 λ，权重大小都一样。只有数据的拉力比 λ 大，权重才不会变成 0。',
      'L2 加的是 λ·Σw²，斜率是 2λw，到 0 附近几乎没有了：**L2 让权重变小，L1 让权重变成零。**所以 L1 顺便就选好了输入。',
      '代价也有：那五个有用的权重同样被拉，结果都偏小；λ 越大，偏得越多。',
    ],
  },
  formula: {
    of: row(
      i('w'),
      o('←'),
      i('w'),
      o('−'),
      i('η'),
      fraction(row(o('∂'), i('L')), row(o('∂'), i('w'))),
      o('−'),
      i('η'),
      i('λ'),
      o('·'),
      i('sign'),
      o('⁡'),
      i('w'),
    ),
    symbols: [
      { symbol: 'λ', name: { en: 'strength of L1', 'zh-CN': 'L1 的强度' }, setting: 'l1' },
      { symbol: 'η', name: { en: 'learning rate', 'zh-CN': '学习率' }, setting: 'lr' },
      { symbol: 'w', name: { en: 'a weight', 'zh-CN': '一个权重' } },
      {
        symbol: 'L',
        name: { en: 'loss on the training data', 'zh-CN': '训练数据上的损失' },
        setting: 'loss',
      },
      {
        symbol: 'sign',
        name: {
          en: '1, 0 or −1. A step that would cross 0 ends there, if exact zeros are on',
          'zh-CN': '1、0 或 −1；打开“精确的零”时，要越过 0 的一步就停在 0',
        },
        setting: 'proximal',
      },
    ],
  },
  plots: [
    { title: 'λ·sign w', of: (w) => Math.sign(w), from: -2, to: 2, mark: 0.1 },
    { title: '2λw', of: (w) => 2 * w, from: -2, to: 2, mark: 0.1 },
  ],
  misconception: {
    belief: {
      en: 'L1 and L2 do the same.',
      'zh-CN': 'L1 和 L2 效果一样。',
    },
    fact: {
      en: 'L2 shrinks by a share, L1 by an amount. Only an amount reaches 0.',
      'zh-CN': 'L2 按比例缩小，L1 每次减去固定的量。减固定的量，才能减到 0。',
    },
  },
  sources: [
    {
      text: 'Tibshirani, Regression Shrinkage and Selection via the Lasso, 1996',
      url: 'https://doi.org/10.1111/j.2517-6161.1996.tb02080.x',
    },
    {
      text: 'Goodfellow, Bengio, Courville, Deep Learning, ch. 7.1',
      url: 'https://www.deeplearningbook.org/contents/regularization.html',
    },
    { text: 'Hung-yi Lee, Tips for Training Deep Neural Networks' },
  ],
  breakIt: [
    {
      text: {
        en: 'More and more of it: when are the five lost too?',
        'zh-CN': '越加越大：什么时候连那五个也保不住？',
      },
      scene: 'preset=sparsity&compare=l1:0.01/0.1/0.3/1/3',
    },
    {
      text: {
        en: 'L1 by its slope alone: how many weights are exactly 0?',
        'zh-CN': '只用 L1 的斜率：有几个权重恰好是 0？',
      },
      scene: 'preset=sparsity&l1=0.1&compare=proximal:1/0',
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Get as low with L2 alone. Try at least five strengths before you give up, and say why.',
        'zh-CN': '只用 L2，做到同样低的验证损失。至少试五个强度再放弃，并说出为什么。',
      },
      scene: 'preset=sparsity&l1=0&compare=l2:0.003/0.01/0.03/0.1/0.3',
    },
  ],
  teacher: {
    notes: {
      en: 'Draw the two pulls on the board, a flat line and a slanted one, and ask what either does to a weight of 0.01. The rest follows from that picture.',
      'zh-CN': '在黑板上画两种拉力，一条平的，一条斜的，问它们会把 0.01 的权重怎样。其余的都从这张图推出来。',
    },
    timing: [
      {
        minute: 0,
        text: {
          en: '60 samples, 100 weights: how many solutions?',
          'zh-CN': '60 个样本，100 个权重：有多少个解？',
        },
      },
      { minute: 1, text: { en: 'Vote, then run.', 'zh-CN': '投票，然后运行。' } },
      { minute: 3, text: { en: 'Count the bars outside of rings.', 'zh-CN': '数一数圆圈外面的线。' } },
      { minute: 5, text: { en: 'The two pulls on the board.', 'zh-CN': '在黑板上画两种拉力。' } },
    ],
  },
  figureNames: {
    zerosUnpenalized: {
      en: 'useless weights at 0 (of 95), no penalty',
      'zh-CN': '归零的无用权重（共 95 个），不加惩罚',
    },
    zerosL2: { en: 'useless weights at 0 (of 95), L2', 'zh-CN': '归零的无用权重（共 95 个），L2' },
    zerosL1: { en: 'useless weights at 0 (of 95), L1', 'zh-CN': '归零的无用权重（共 95 个），L1' },
    lossUnpenalized: { en: 'validation loss, no penalty', 'zh-CN': '验证损失，不加惩罚' },
    lossL2: { en: 'validation loss, L2', 'zh-CN': '验证损失，L2' },
    lossL1: { en: 'validation loss, L1', 'zh-CN': '验证损失，L1' },
  },
  judge([none, l2, l1]) {
    const figures = {
      zerosUnpenalized: zeros(none!),
      zerosL2: zeros(l2!),
      zerosL1: zeros(l1!),
      lossUnpenalized: last(none!).validation.loss,
      lossL2: last(l2!).validation.loss,
      lossL1: last(l1!).validation.loss,
    }
    return {
      holds:
        figures.zerosL1 >= 60 &&
        figures.zerosL2 === 0 &&
        figures.zerosUnpenalized === 0 &&
        figures.lossL1 <= figures.lossL2 / 4,
      figures,
    }
  },
}
