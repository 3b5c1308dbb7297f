import { noiseFloor } from '../domain/run/reference-losses.ts'
import { last } from './figures.ts'
import { fraction, i, n, o, power, row, subscript } from './formula.ts'
import type { Lesson } from './lesson.ts'

export const lesson: Lesson = {
  scene: 'preset=more-data',
  question: {
    text: {
      en: 'The same network, with 30 training points and with 3 000. What does its training loss do?',
      'zh-CN': '同一个网络，训练点从 30 个增加到 3 000 个。训练损失会怎样？',
    },
    answers: [
      {
        text: { en: 'It falls: more data, better learning', 'zh-CN': '下降：数据多，学得好' },
        because: {
          en: 'Better for new points, yes. But 3 000 points are harder to learn by heart than 30.',
          'zh-CN': '对新的点确实更好。但要背下 3 000 个点，比背 30 个难。',
        },
      },
      {
        text: { en: 'It stays: the network is the same', 'zh-CN': '不变：网络还是那个网络' },
        because: {
          en: 'The network has the same weights to give. They are spread over a hundred times the points.',
          'zh-CN': '权重还是那么多，却要分给一百倍的点。',
        },
      },
      {
        text: { en: 'It rises', 'zh-CN': '上升' },
        because: {
          en: '15% of the labels are wrong. With 30 points the network can learn those by heart, with 3 000 it cannot.',
          'zh-CN': '15% 的标签是错的。30 个点时网络背得下来，3 000 个点就背不下来了。',
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
        en: 'Read the last epochs down: training loss rises, validation loss falls, and at 3 000 they are almost the same.',
        'zh-CN': '看最后一轮的值，从上往下：训练损失上升，验证损失下降，到 3 000 个点时几乎一样。',
      },
    },
    {
      view: 'curves',
      text: {
        en: 'With 30 points the two curves part at once. With 3 000 they lie on each other, just above the noise floor.',
        'zh-CN': '30 个点时，两条曲线马上分开。3 000 个点时，两条叠在一起，略高于噪声下限。',
      },
    },
    {
      view: 'fit',
      runs: [0, 2, 4],
      text: {
        en: '30, 300 and 3 000 points. The islands of wrong labels drown: around each of them there are now many right ones.',
        'zh-CN': '30、300、3 000 个点。错误标签的小岛被淹没了：每个错误标签周围，都有许多正确的。',
      },
    },
  ],
  explanation: {
    en: [
      'The gap is what was learned by heart. More samples make learning by heart harder and chance rarer, so the gap shrinks, about as 1/n. **Training loss comes up, validation loss comes down, and they meet.**',
      'Where they meet depends on the network, not on the data. Here it is just above the noise floor, so this network is large enough. A straight line meets too, but higher: **more data mend variance, not bias.**',
      'Note which picture this is: loss against the number of samples is the learning curve of statistics. Loss against epochs is the training curve.',
    ],
    'zh-CN': [
      '差距就是死记下来的部分。样本多了，死记更难，碰巧也更少，差距大约按 1/n 缩小。**训练损失升上来，验证损失降下去，两者会合。**',
      '会合在多高，取决于网络，不取决于数据。这里只比噪声下限高一点，说明网络够大。换成直线也会会合，但位置更高：**加数据治的是方差，治不了偏差。**',
      '注意这是哪一张图：损失随样本数变化，统计里叫学习曲线；损失随轮数变化，是训练曲线。',
    ],
  },
  formula: {
    of: row(
      subscript(i('L'), i('val')),
      o('−'),
      subscript(i('L'), i('train')),
      o('≈'),
      fraction(row(n(2), i('p'), power(i('σ'), n(2))), i('n')),
    ),
    symbols: [
      { symbol: 'L', name: { en: 'loss of either part', 'zh-CN': '两部分各自的损失' }, setting: 'loss' },
      { symbol: 'n', name: { en: 'training samples', 'zh-CN': '训练样本数' }, setting: 'train' },
      {
        symbol: 'p',
        name: {
          en: 'weights of a linear model, for which this holds',
          'zh-CN': '线性模型的权重数（公式对线性模型成立）',
        },
        setting: 'layers',
      },
      {
        symbol: 'σ',
        name: { en: 'deviation of the noise in what is predicted', 'zh-CN': '预测目标中噪声的标准差' },
        setting: 'noise',
      },
    ],
  },
  misconception: {
    belief: {
      en: 'More data always help.',
      'zh-CN': '数据越多总是越好。',
    },
    fact: {
      en: 'Where training loss is already as high as validation loss, they change nothing.',
      'zh-CN': '训练损失已经和验证损失一样高时，加数据毫无作用。',
    },
  },
  sources: [
    { text: 'Andrew Ng, Machine Learning Yearning, ch. 28–31' },
    { text: 'Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, ch. 7' },
  ],
  breakIt: [
    {
      text: {
        en: 'A straight line instead of the network: what do 3 000 points help?',
        'zh-CN': '把网络换成直线：3 000 个点有用吗？',
      },
      scene: 'preset=more-data&layers=none',
    },
    {
      text: {
        en: 'All labels right: how many points are enough?',
        'zh-CN': '标签全部正确：多少个点就够了？',
      },
      scene: 'preset=more-data&label-noise=0',
    },
  ],
  nowYou: [
    {
      text: {
        en: 'You have only 100 points. Reach the validation loss of 1 000 by other means.',
        'zh-CN': '你只有 100 个点。用别的办法，达到 1 000 个点的验证损失。',
      },
      scene: 'preset=overfitting&epochs=100',
    },
  ],
  teacher: {
    notes: {
      en: 'Most of a class votes for falling. Ask what training loss a list of 30 answers has, and a list of 3 000 with as many pages.',
      'zh-CN': '多数人会投“下降”。问他们：一页纸写得下 30 个答案，写得下 3 000 个吗？',
    },
    timing: [
      { minute: 0, text: { en: 'Vote.', 'zh-CN': '投票。' } },
      {
        minute: 1,
        text: {
          en: 'Run; write the five pairs of losses on the board.',
          'zh-CN': '运行；把五对损失写在黑板上。',
        },
      },
      {
        minute: 3,
        text: { en: 'Draw both against the number of samples.', 'zh-CN': '画出两者随样本数的变化。' },
      },
      {
        minute: 5,
        text: { en: 'The straight line: where will it meet?', 'zh-CN': '换成直线：会在多高会合？' },
      },
    ],
  },
  figureNames: {
    fewestTrainLoss: { en: 'training loss, 30 points', 'zh-CN': '训练损失，30 个点' },
    mostTrainLoss: { en: 'training loss, 3 000 points', 'zh-CN': '训练损失，3 000 个点' },
    fewestValidationLoss: { en: 'validation loss, 30 points', 'zh-CN': '验证损失，30 个点' },
    mostValidationLoss: { en: 'validation loss, 3 000 points', 'zh-CN': '验证损失，3 000 个点' },
    noiseFloor: { en: 'noise floor', 'zh-CN': '噪声下限' },
    trainRisingSteps: { en: 'rises of training loss in 3 steps', 'zh-CN': '训练损失的上升次数，共 3 步' },
    validationFallingSteps: {
      en: 'falls of validation loss in 3 steps',
      'zh-CN': '验证损失的下降次数，共 3 步',
    },
  },
  judge(runs) {
    const train = runs.map((run) => last(run).train.loss)
    const validation = runs.map((run) => last(run).validation.loss)
    const floor = noiseFloor(runs[0]!.experiment) ?? Number.NaN
    /** Of the steps to more samples, the last left out, which changes little. */
    const steps = (follows: (k: number) => boolean) => runs.slice(1, -1).filter((_, k) => follows(k)).length
    const figures = {
      fewestTrainLoss: train[0]!,
      mostTrainLoss: train.at(-1)!,
      fewestValidationLoss: validation[0]!,
      mostValidationLoss: validation.at(-1)!,
      noiseFloor: floor,
      trainRisingSteps: steps((k) => train[k + 1]! > train[k]!),
      validationFallingSteps: steps((k) => validation[k + 1]! < validation[k]!),
    }
    return {
      holds:
        figures.trainRisingSteps === runs.length - 2 &&
        figures.validationFallingSteps === runs.length - 2 &&
        figures.mostTrainLoss >= 2 * figures.fewestTrainLoss &&
        figures.mostValidationLoss <= figures.fewestValidationLoss / 2 &&
        Math.abs(figures.mostValidationLoss - figures.mostTrainLoss) <= 0.06 &&
        figures.mostValidationLoss <= floor + 0.08,
      figures,
    }
  },
}
