import { last, trainAccuracy } from './figures.ts'
import { fraction, i, o, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

const NETWORK =
  'data=digits&train=300&validation=200&test=200&noise=0&layers=32&activation=relu&init=he-uniform&optimizer=sgd&lr=0.05&batch=10&epochs=10&patience=off'

export const lesson: Lesson = {
  scene: `${NETWORK}&compare=batch:10/300/300;epochs=300`,
  question: {
    text: {
      en: '300 digits in one batch of all 300, for 10 epochs: how often are the weights changed?',
      'zh-CN': '300 个数字，一批就是全部 300 个，训练 10 轮：权重一共更新几次？',
    },
    answers: [
      {
        text: { en: '3 000 times', 'zh-CN': '3 000 次' },
        because: {
          en: 'That many samples are seen. All 300 of a batch together make one mean gradient, and one update.',
          'zh-CN': '那是看过的样本数。一批里的 300 个样本合起来只算一个平均梯度，只更新一次。',
        },
      },
      {
        text: { en: '300 times', 'zh-CN': '300 次' },
        because: {
          en: 'That is what batches of 10 make: 30 an epoch.',
          'zh-CN': '那是每批 10 个的情形：每轮 30 次。',
        },
      },
      {
        text: { en: '10 times', 'zh-CN': '10 次' },
        because: {
          en: 'One batch is one epoch is one update. Ten small steps do not go far.',
          'zh-CN': '一批就是一轮，一轮只更新一次。十小步走不了多远。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      epochs: [1, 10],
      text: {
        en: 'Against epochs: after the same ten passes over the data, the small batches have learned the digits and the one batch has not.',
        'zh-CN': '横轴为轮数时：同样把数据看了十遍，小批已经学会，整批还没学到什么。',
      },
    },
    {
      view: 'curves',
      xUnit: 'updates',
      text: {
        en: 'Against updates: the curves of both batch sizes lie on each other. What counts is how often the weights were changed.',
        'zh-CN': '横轴为更新次数时：两种批量大小的曲线重合在一起。要紧的是权重更新了多少次。',
      },
    },
    {
      view: 'curves',
      xUnit: 'seconds',
      text: {
        en: 'Against seconds: an update from 300 samples costs more than one from 10, and less than thirty times as much.',
        'zh-CN': '横轴为秒时：300 个样本更新一次比 10 个样本贵，但贵不到三十倍。',
      },
    },
  ],
  explanation: {
    en: [
      'An epoch is one pass over the data. **An update is one change of the weights, and a batch makes one.** Ten epochs are 300 updates in batches of 10, and ten updates in a batch of 300.',
      'The gradient of a batch is the mean over its samples. A batch of 10 gives a noisy estimate of the direction that all 300 would give, and on the way down a noisy direction is good enough.',
      'With a large batch one may raise the learning rate, since its mean is less noisy. Choose the batch by what the machine does quickly, then find the rate anew.',
    ],
    'zh-CN': [
      '一轮是把数据看一遍。**一次更新是改一次权重，每批更新一次。**同样十轮，每批 10 个就更新 300 次，一批 300 个只更新 10 次。',
      '一批的梯度是其中样本的平均。10 个样本的平均只是对全部 300 个样本所给方向的粗略估计，但下坡时，粗略的方向就够用了。',
      '批大了，平均值的噪声小，学习率可以调大。批量大小按机器算得快不快来选，然后重新找学习率。',
    ],
  },
  formula: {
    of: row(i('U'), o('='), i('E'), o('·'), o('⌈'), fraction(i('n'), i('B')), o('⌉')),
    symbols: [
      { symbol: 'U', name: { en: 'updates', 'zh-CN': '更新次数' } },
      { symbol: 'E', name: { en: 'epochs', 'zh-CN': '轮数' }, setting: 'epochs' },
      { symbol: 'n', name: { en: 'training samples', 'zh-CN': '训练样本数' }, setting: 'train' },
      { symbol: 'B', name: { en: 'batch size', 'zh-CN': '批量大小' }, setting: 'batch' },
    ],
  },
  misconception: {
    belief: {
      en: 'A large batch uses more data per step, so it learns faster.',
      'zh-CN': '批大，每一步用的数据多，所以学得快。',
    },
    fact: {
      en: 'Per epoch it learns slower, because it changes the weights less often. Per update it hardly differs.',
      'zh-CN': '按轮数算，它反而慢，因为权重改得少；按更新次数算，几乎没有差别。',
    },
  },
  sources: [
    { text: 'Hung-yi Lee, Keras: batch size and training speed' },
    {
      text: 'Deep Learning Tuning Playbook: choosing the batch size',
      url: 'https://github.com/google-research/tuning_playbook',
    },
  ],
  breakIt: [
    {
      text: {
        en: 'Batches of 1: 3 000 noisy updates in ten epochs',
        'zh-CN': '每批 1 个：十轮里 3 000 次粗略的更新',
      },
      scene: `${NETWORK}&compare=batch:1/10/300`,
    },
    {
      text: {
        en: 'Do not shuffle: every epoch has the same batches',
        'zh-CN': '不打乱：每一轮的批都一样',
      },
      scene: `${NETWORK}&compare=shuffle:1/0`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'One batch of 300, ten epochs: how much better can another learning rate make it?',
        'zh-CN': '一批 300 个，只练十轮：换个学习率能好多少？',
      },
      scene: `${NETWORK}&batch=300&compare=lr:0.05/0.5`,
    },
  ],
  teacher: {
    notes: {
      en: 'The x axis is the lesson: leave it at epochs for the vote, then switch to updates in silence and let them say what happened.',
      'zh-CN': '这一课的关键是横轴：投票时用轮数，然后不说话，切换到更新次数，让学生说发生了什么。',
    },
    timing: [
      { minute: 0, text: { en: 'Count the updates, vote.', 'zh-CN': '数一数更新几次，投票。' } },
      { minute: 1, text: { en: 'Run; compare at epoch 10.', 'zh-CN': '运行；比较第 10 轮。' } },
      { minute: 3, text: { en: 'x axis: updates, then seconds.', 'zh-CN': '横轴换成更新次数，再换成秒。' } },
      { minute: 5, text: { en: 'What would you choose, and why?', 'zh-CN': '你会选多大的批？为什么？' } },
    ],
  },
  figureNames: {
    smallBatchAccuracy: {
      en: 'training accuracy, batches of 10',
      'zh-CN': '训练准确率，每批 10 个',
      share: true,
    },
    wholeBatchAccuracy: {
      en: 'training accuracy, batches of 300',
      'zh-CN': '训练准确率，每批 300 个',
      share: true,
    },
    equalUpdatesAccuracy: {
      en: 'training accuracy, batches of 300, 300 epochs',
      'zh-CN': '训练准确率，每批 300 个，300 轮',
      share: true,
    },
    lossRatio: {
      en: 'training loss, 300 over 10, equal updates',
      'zh-CN': '训练损失，300 个 ÷ 10 个，更新次数相同',
    },
  },
  judge([small, whole, long]) {
    const figures = {
      smallBatchAccuracy: trainAccuracy(small!),
      wholeBatchAccuracy: trainAccuracy(whole!),
      equalUpdatesAccuracy: trainAccuracy(long!),
      lossRatio: last(long!).train.loss / last(small!).train.loss,
    }
    return {
      holds:
        figures.smallBatchAccuracy >= 0.95 &&
        figures.wholeBatchAccuracy <= 0.7 &&
        figures.equalUpdatesAccuracy >= 0.95 &&
        figures.lossRatio >= 0.6 &&
        figures.lossRatio <= 1.5,
      figures,
    }
  },
}
