import { accuracies, best, last } from './figures.ts'
import { fraction, i, n, o, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

export const lesson: Lesson = {
  scene: 'preset=overfitting&epochs=450&compare=l2:0/0.01/0.1',
  question: {
    text: {
      en: 'L2 goes from 0 to 0.01 to 0.1. What does the validation loss at the end do?',
      'zh-CN': 'L2 从 0 加到 0.01，再加到 0.1。最后的验证损失会怎样？',
    },
    answers: [
      {
        text: { en: 'It falls, and falls further', 'zh-CN': '下降，再下降' },
        because: {
          en: 'Less overfitting is only better as long as the network can still learn.',
          'zh-CN': '过拟合少了固然好，但前提是网络还学得动。',
        },
      },
      {
        text: { en: 'It falls, then rises again', 'zh-CN': '先下降，又上升' },
        because: {
          en: 'A little keeps the boundary smooth. Too much pulls the weights so near 0 that every point gets the same answer.',
          'zh-CN': '加一点，边界平滑；加太多，权重被拉到 0 附近，对每个点的答案都一样。',
        },
        right: true,
      },
      {
        text: { en: 'It rises: the network is held back', 'zh-CN': '上升：网络被束缚住了' },
        because: {
          en: 'Training loss does rise. But what is held back first is the learning of wrong labels.',
          'zh-CN': '训练损失确实会上升。但最先被束缚的，是去背错误的标签。',
        },
      },
    ],
  },
  look: [
    {
      view: 'curves',
      epochs: [20, 450],
      text: {
        en: 'Without L2 validation climbs. With 0.01 it stays where it was lowest. With 0.1 both losses end at 0.69, the loss of a coin flip.',
        'zh-CN':
          '不加 L2，验证损失往上爬；0.01 停在最低处附近；0.1 的两条损失都停在 0.69，也就是抛硬币的损失。',
      },
    },
    {
      view: 'fit',
      text: {
        en: 'Islands; a smooth curve; nothing.',
        'zh-CN': '满是小岛；一条平滑的曲线；什么也没有。',
      },
    },
    {
      view: 'weights',
      text: {
        en: 'The histograms of the weights get narrower from run to run. Grey is where they began.',
        'zh-CN': '权重的直方图一个比一个窄。灰色是训练前的样子。',
      },
    },
  ],
  explanation: {
    en: [
      'L2 adds λ·Σw² to what is minimized. Its slope is 2λw, so **every step multiplies each weight by 1 − 2ηλ before the data pull at it**. That is why it is also called weight decay.',
      'A boundary around a single point needs large weights. The many points of a moon can pay for them, one wrong label cannot.',
      'The penalty is charged for the shape as well. With λ = 0.1 it costs more than the moons are worth, and the training loss rises: **the network underfits.** λ is chosen by the validation loss, in steps of three or ten.',
      'Some lectures write (λ/2)·Σw². Their λ is twice the one here and in Keras.',
    ],
    'zh-CN': [
      'L2 在要最小化的量里加上 λ·Σw²，斜率是 2λw。所以**每一步先把每个权重乘以 1 − 2ηλ，再由数据去拉**。这就是“权重衰减”这个名字的来历。',
      '要围住单独一个点，权重就得很大。一弯月亮上的许多点付得起这个代价，一个错误的标签付不起。',
      '画形状同样要付惩罚。λ = 0.1 时，双月带来的好处抵不过惩罚，训练损失也上升：**网络欠拟合了。**λ 要看验证损失来选，每次乘 3 或乘 10 地试。',
      '有的课程写作 (λ/2)·Σw²，那里的 λ 是这里（和 Keras）的两倍。',
    ],
  },
  formula: {
    of: row(
      i('w'),
      o('←'),
      o('('),
      n(1),
      o('−'),
      n(2),
      i('η'),
      i('λ'),
      o(')'),
      i('w'),
      o('−'),
      i('η'),
      fraction(row(o('∂'), i('L')), row(o('∂'), i('w'))),
    ),
    symbols: [
      { symbol: 'λ', name: { en: 'strength of L2', 'zh-CN': 'L2 的强度' }, setting: 'l2' },
      { symbol: 'η', name: { en: 'learning rate', 'zh-CN': '学习率' }, setting: 'lr' },
      { symbol: 'w', name: { en: 'a weight; biases are left out', 'zh-CN': '一个权重，不含偏置' } },
      {
        symbol: 'L',
        name: { en: 'loss on the training data', 'zh-CN': '训练数据上的损失' },
        setting: 'loss',
      },
    ],
  },
  plots: [{ title: '2λw', of: (w) => 2 * w, from: -2, to: 2, mark: 0.1 }],
  misconception: {
    belief: {
      en: 'The more regularization, the better the network generalizes.',
      'zh-CN': '正则化越强，泛化越好。',
    },
    fact: {
      en: 'Past the best λ the training loss rises with the validation loss. That is underfitting.',
      'zh-CN': '过了最好的 λ，训练损失会跟着验证损失一起上升，那是欠拟合。',
    },
  },
  sources: [
    {
      text: 'Goodfellow, Bengio, Courville, Deep Learning, ch. 7.1',
      url: 'https://www.deeplearningbook.org/contents/regularization.html',
    },
    {
      text: 'Loshchilov, Hutter, Decoupled Weight Decay Regularization, 2019',
      url: 'https://arxiv.org/abs/1711.05101',
    },
    { text: 'Hung-yi Lee, Tips for Training Deep Neural Networks' },
  ],
  breakIt: [
    {
      text: {
        en: 'AdamW decays the weights beside the gradient: is that the same?',
        'zh-CN': 'AdamW 在梯度之外衰减权重：效果一样吗？',
      },
      scene: 'preset=overfitting&compare=optimizer:adam;l2=0.01/adamw;weight-decay=0.5',
    },
    {
      text: { en: 'No wrong labels: does L2 still pay?', 'zh-CN': '标签全部正确：L2 还有用吗？' },
      scene: 'preset=overfitting&label-noise=0&compare=l2:0/0.01/0.1',
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Find the largest λ at which training accuracy stays above 75%.',
        'zh-CN': '找出训练准确率还能保持在 75% 以上的最大 λ。',
      },
      scene: 'preset=overfitting&compare=l2:0.01/0.02/0.03/0.05',
    },
  ],
  teacher: {
    notes: {
      en: 'Stress that 0.1 is not a broken run: it minimizes exactly what it was asked to. Open the penalty view to show the sum.',
      'zh-CN': '强调 0.1 的运行没有坏：它最小化的正是让它最小化的量。打开“惩罚项”给大家看这个和。',
    },
    timing: [
      {
        minute: 0,
        text: {
          en: 'Recall the islands; what size of weights do they need?',
          'zh-CN': '回想那些小岛：权重要多大才画得出来？',
        },
      },
      { minute: 1, text: { en: 'Vote, then run.', 'zh-CN': '投票，然后运行。' } },
      { minute: 3, text: { en: 'The histograms of the weights.', 'zh-CN': '看权重的直方图。' } },
      {
        minute: 5,
        text: { en: 'Which λ would you hand in? In pairs.', 'zh-CN': '你会交哪个 λ？两人讨论。' },
      },
    ],
  },
  figureNames: {
    unpenalizedLastLoss: { en: 'last validation loss, λ = 0', 'zh-CN': '最后的验证损失，λ = 0' },
    littleLastLoss: { en: 'last validation loss, λ = 0.01', 'zh-CN': '最后的验证损失，λ = 0.01' },
    littleLowestLoss: { en: 'lowest validation loss, λ = 0.01', 'zh-CN': '最低的验证损失，λ = 0.01' },
    muchTrainLoss: { en: 'training loss, λ = 0.1', 'zh-CN': '训练损失，λ = 0.1' },
    muchTrainAccuracy: { en: 'training accuracy, λ = 0.1', 'zh-CN': '训练准确率，λ = 0.1', share: true },
  },
  judge([none, little, much]) {
    const figures = {
      unpenalizedLastLoss: last(none!).validation.loss,
      littleLastLoss: last(little!).validation.loss,
      littleLowestLoss: best(little!).validation.loss,
      muchTrainLoss: last(much!).train.loss,
      muchTrainAccuracy: accuracies(much!).train,
    }
    return {
      holds:
        figures.littleLastLoss <= figures.unpenalizedLastLoss / 2 &&
        figures.littleLastLoss <= 1.15 * figures.littleLowestLoss &&
        figures.muchTrainLoss >= 0.67,
      figures,
    }
  },
}
