import { last, trainAccuracy } from './figures.ts'
import { i, o, partial, row } from './formula.ts'
import type { Lesson, LessonRun } from './lesson.ts'

const NETWORK =
  'data=digits&train=500&validation=500&test=500&noise=0&layers=64&activation=relu&init=he-uniform&optimizer=sgd&lr=0.1&batch=32&epochs=20&patience=off'

/** By how much the training loss rose from one epoch to the next, and how often by more than a little. */
function climb({ epochs }: LessonRun): { total: number; times: number } {
  const steps = epochs.slice(1).map(({ train }, k) => train.loss - epochs[k]!.train.loss)
  const up = steps.filter((step) => step > 0)
  return { total: up.reduce((sum, step) => sum + step, 0), times: up.filter((step) => step > 0.05).length }
}

const fall = ({ epochs }: LessonRun, from: number, to: number) =>
  epochs[from - 1]!.train.loss - epochs[to - 1]!.train.loss

export const lesson: Lesson = {
  scene: `${NETWORK}&compare=lr:0.001/0.01/0.1/1/5`,
  question: {
    text: {
      en: 'A rate of 0.1 is right for this network. What will the training loss do at 5, fifty times as much?',
      'zh-CN': '这个网络用 0.1 正合适。学习率改成 5，大五十倍，训练损失会怎样？',
    },
    answers: [
      {
        text: { en: 'Fall much faster', 'zh-CN': '下降得快得多' },
        because: {
          en: 'The gradient is the slope where the weights stand. A step that long lands where the slope is another one.',
          'zh-CN': '梯度只是权重所在那一点的坡度。一步迈得太远，落脚处的坡度早就不一样了。',
        },
      },
      {
        text: { en: 'Grow until it is no number any more', 'zh-CN': '越来越大，最后不再是数' },
        because: {
          en: 'It can, with other activations: try Leaky ReLU below. A ReLU that is thrown below 0 puts out 0 and cannot explode.',
          'zh-CN': '换别的激活函数会这样：试试下面的 Leaky ReLU。ReLU 被甩到 0 以下就只输出 0，不会爆炸。',
        },
      },
      {
        text: { en: 'Stay flat at about 2.3', 'zh-CN': '停在 2.3 左右，是一条平线' },
        because: {
          en: 'ln 10 ≈ 2.3 is the loss of guessing among ten digits. The first steps silence the ReLUs, and what is left can only guess.',
          'zh-CN': 'ln 10 ≈ 2.3 就是在十个数字里瞎猜的损失。头几步把 ReLU 全打成 0，剩下的部分只能瞎猜。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      text: {
        en: 'Five runs from the same weights, on the same batches. 0.001 draws an almost straight line, 0.01 is still falling at its end, 0.1 has arrived.',
        'zh-CN':
          '五次运行的起始权重和每一批数据都相同。0.001 几乎是一条斜线，0.01 到最后还在下降，0.1 已经到底。',
      },
    },
    {
      view: 'curves',
      epochs: [2, 20],
      text: {
        en: 'At 1 the training loss itself rises again and again. At 5 it is flat, and looks like a rate that is too small.',
        'zh-CN': '学习率为 1 时，训练损失本身一再上升。为 5 时是一条平线，看起来反而像学习率太小。',
      },
    },
    {
      view: 'gradients',
      runs: [0, 4],
      text: {
        en: 'The gradient tells the flat lines apart: at 0.001 it is there and hardly used, at 5 the first layer gets none.',
        'zh-CN': '看梯度就能分清两条平线：0.001 时有梯度，只是走得太慢；5 时第一层根本没有梯度。',
      },
    },
  ],
  explanation: {
    en: [
      'A step goes **against the gradient, times the learning rate**. The gradient gives the direction and says nothing of how far it holds.',
      'In a valley with curvature λ a step multiplies the distance to the bottom by |1 − ηλ|. Below ηλ = 1 one walks down; between 1 and 2 every step crosses the bottom, and the loss zigzags; above 2 every step ends further away than it began.',
      'So look at the training loss first. **A straight line wants a larger rate, a zigzag a smaller one.** A flat line at guessing may be either: start again with a tenth, because ReLUs that have been silenced do not come back.',
    ],
    'zh-CN': [
      '每一步都**逆着梯度走，步长是梯度乘以学习率**。梯度只给方向，不告诉你这个方向能走多远。',
      '在曲率为 λ 的谷里，每走一步，到谷底的距离就乘以 |1 − ηλ|。ηλ 小于 1，一路走下去；在 1 和 2 之间，每一步都跨过谷底，损失来回跳；大于 2，每一步都离谷底更远。',
      '所以先看训练损失。**像斜线，就把学习率调大；上下乱跳，就调小。**停在瞎猜水平的平线两种都可能：换成十分之一，从头再练，因为已经不动的 ReLU 不会自己恢复。',
    ],
  },
  formula: {
    of: row(i('w'), o('←'), i('w'), o('−'), i('η'), partial(i('L'), i('w'))),
    symbols: [
      { symbol: 'η', name: { en: 'learning rate', 'zh-CN': '学习率' }, setting: 'lr' },
      { symbol: 'w', name: { en: 'a weight', 'zh-CN': '一个权重' } },
      { symbol: 'L', name: { en: 'loss of the mini-batch', 'zh-CN': '这一批的损失' }, setting: 'batch' },
    ],
  },
  plots: [{ title: '|1 − ηλ|', of: (x) => Math.abs(1 - x), from: 0, to: 3, mark: 2 }],
  misconception: {
    belief: {
      en: 'A rate that is too large shows at once: the loss becomes infinite.',
      'zh-CN': '学习率太大一眼就看得出来：损失会变成无穷大。',
    },
    fact: {
      en: 'With ReLU it often shows as a flat line at guessing. Whoever raises the rate then makes it worse.',
      'zh-CN': '用 ReLU 时，它常常是一条停在瞎猜水平的平线。这时再调大学习率，只会更糟。',
    },
  },
  sources: [
    { text: 'CS231n, Neural Networks Part 3', url: 'https://cs231n.github.io/neural-networks-3/' },
    { text: 'Hung-yi Lee, Tips for Training Deep Neural Networks' },
    {
      text: 'Deep Learning Tuning Playbook',
      url: 'https://github.com/google-research/tuning_playbook',
    },
  ],
  breakIt: [
    {
      text: {
        en: 'Leaky ReLU instead: what do 1 and 5 do now?',
        'zh-CN': '换成 Leaky ReLU：学习率 1 和 5 现在会怎样？',
      },
      scene: `${NETWORK}&activation=leaky-relu&compare=lr:0.1/1/5`,
    },
    {
      text: { en: 'Adam at the same five rates', 'zh-CN': '用 Adam 试这五个学习率' },
      scene: `${NETWORK}&optimizer=adam&compare=lr:0.001/0.01/0.1/1/5`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Find the largest rate at which the training loss never rises.',
        'zh-CN': '找出训练损失从不上升的最大学习率。',
      },
      scene: `${NETWORK}&compare=lr:0.2/0.4/0.8`,
    },
  ],
  teacher: {
    notes: {
      en: 'Have the five shapes drawn on paper before the run. Afterwards show the two flat lines alone and ask which way to turn the rate: the curves do not tell, the gradients do.',
      'zh-CN':
        '运行前，让学生在纸上画出五条曲线。运行后只看那两条平线，问学习率该往哪边调：光看曲线看不出来，要看梯度。',
    },
    timing: [
      { minute: 0, text: { en: 'Five rates, one network: draw.', 'zh-CN': '一个网络，五个学习率：先画。' } },
      { minute: 2, text: { en: 'Vote, then run.', 'zh-CN': '投票，然后运行。' } },
      {
        minute: 4,
        text: { en: 'Name each shape; open the gradients.', 'zh-CN': '给每条曲线起名字；打开梯度。' },
      },
      { minute: 6, text: { en: 'Leaky ReLU: the same rates.', 'zh-CN': '换 Leaky ReLU，学习率不变。' } },
    ],
  },
  figureNames: {
    tinyLoss: { en: 'training loss, rate 0.001', 'zh-CN': '训练损失，学习率 0.001' },
    smallLoss: { en: 'training loss, rate 0.01', 'zh-CN': '训练损失，学习率 0.01' },
    fineLoss: { en: 'training loss, rate 0.1', 'zh-CN': '训练损失，学习率 0.1' },
    hugeLoss: { en: 'training loss, rate 5', 'zh-CN': '训练损失，学习率 5' },
    hugeAccuracy: { en: 'training accuracy, rate 5', 'zh-CN': '训练准确率，学习率 5', share: true },
    straightness: {
      en: 'fall, second half over first, rate 0.001',
      'zh-CN': '降幅，后半 ÷ 前半，学习率 0.001',
    },
    smallDrop: { en: 'fall in the last 5 epochs, rate 0.01', 'zh-CN': '最后 5 轮的降幅，学习率 0.01' },
    fineClimb: { en: 'sum of all rises, rate 0.1', 'zh-CN': '上升的总和，学习率 0.1' },
    largeClimb: { en: 'sum of all rises, rate 1', 'zh-CN': '上升的总和，学习率 1' },
    largeRises: { en: 'rises by more than 0.05, rate 1', 'zh-CN': '上升超过 0.05 的次数，学习率 1' },
  },
  judge([tiny, small, fine, large, huge]) {
    const figures = {
      tinyLoss: last(tiny!).train.loss,
      smallLoss: last(small!).train.loss,
      fineLoss: last(fine!).train.loss,
      hugeLoss: last(huge!).train.loss,
      hugeAccuracy: trainAccuracy(huge!),
      straightness: fall(tiny!, 10, 20) / fall(tiny!, 1, 10),
      smallDrop: fall(small!, 15, 20),
      fineClimb: climb(fine!).total,
      largeClimb: climb(large!).total,
      largeRises: climb(large!).times,
    }
    return {
      holds:
        figures.straightness >= 0.6 &&
        figures.tinyLoss >= 1.8 &&
        figures.smallDrop >= 0.1 &&
        figures.smallLoss >= 4 * figures.fineLoss &&
        figures.fineLoss <= 0.2 &&
        figures.fineClimb <= 0.1 &&
        figures.largeClimb >= 0.5 &&
        figures.largeRises >= 3 &&
        figures.hugeLoss >= 2.2 &&
        figures.hugeAccuracy <= 0.25,
      figures,
    }
  },
}
