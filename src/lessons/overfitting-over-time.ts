import { noiseFloor } from '../domain/run/reference-losses.ts'
import { best, last } from './figures.ts'
import { fraction, i, n, o, row, subscript, sum } from './formula.ts'
import type { Lesson } from './lesson.ts'

export const lesson: Lesson = {
  scene: 'preset=overfitting',
  question: {
    text: {
      en: '300 epochs on 100 points, of whose labels 15% are wrong. Training loss will keep falling. What does validation loss do?',
      'zh-CN': '100 个点，其中 15% 的标签是错的，训练 300 轮。训练损失会一直下降，验证损失会怎样？',
    },
    answers: [
      {
        text: { en: 'It falls with it', 'zh-CN': '跟着一起下降' },
        because: {
          en: 'Only while the network learns what both parts share. After that it learns the training points themselves, and the validation points are others.',
          'zh-CN': '只有在学两部分共有的规律时才会。之后学的是训练点本身，而验证点是另外一批点。',
        },
      },
      {
        text: { en: 'It falls, then stays level', 'zh-CN': '先下降，然后持平' },
        because: {
          en: 'Accuracy looks like that. Loss also counts how sure a wrong answer is, and the network gets surer.',
          'zh-CN': '准确率看起来是这样。但损失还计较错得有多自信，而网络会越来越自信。',
        },
      },
      {
        text: { en: 'It falls, then more than doubles', 'zh-CN': '先下降，然后涨到两倍以上' },
        because: {
          en: 'The wrong labels can only be learned by heart. Each one makes the network wrong, and sure of it, for the points around.',
          'zh-CN': '错误的标签只能死记。每记住一个，网络对它周围的点就会错得更自信。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      epochs: [1, 20],
      text: {
        en: 'Both losses fall: what is learned here holds for all points.',
        'zh-CN': '两条损失都在下降：这时学到的对所有点都成立。',
      },
    },
    {
      view: 'curves',
      epochs: [20, 300],
      text: {
        en: 'Training loss goes below the noise floor, the best that anyone can do without knowing the answers. Validation loss rises.',
        'zh-CN': '训练损失降到噪声下限以下，而不知道答案的人最好也只能做到噪声下限。验证损失在上升。',
      },
    },
    {
      view: 'fit',
      text: {
        en: 'Islands in the boundary, each around a point with a wrong label.',
        'zh-CN': '边界上的小岛，每一个都围着标签错误的点。',
      },
    },
  ],
  explanation: {
    en: [
      'Training loss is measured on the points that the weights were fitted to, validation loss on points that they never saw. **The gap between the two is what was learned by heart.**',
      'Early epochs fit the large shape, two moons, which both parts share. Later epochs fit what is left, and what is left is noise: 15% of the labels are wrong, so no honest network gets below the noise floor. A training loss below it is no success, it is proof of memorizing.',
    ],
    'zh-CN': [
      '训练损失在拟合权重所用的点上计算，验证损失在网络从未见过的点上计算。**两者之差就是死记下来的部分。**',
      '前几轮拟合的是大的形状，也就是两部分共有的双月。之后拟合的是剩下的东西，而剩下的是噪声：15% 的标签是错的，老老实实学习的网络不可能低于噪声下限。训练损失低于它不是成功，而是死记硬背的证据。',
    ],
  },
  formula: {
    of: row(
      i('L'),
      o('='),
      o('−'),
      fraction(n(1), i('n')),
      sum(row(i('k'), o('='), n(1)), i('n')),
      i('log'),
      o('⁡'),
      i('p'),
      o('('),
      subscript(i('y'), i('k')),
      o('|'),
      subscript(i('x'), i('k')),
      o(')'),
    ),
    symbols: [
      { symbol: 'L', name: { en: 'loss of the part', 'zh-CN': '这一部分的损失' }, setting: 'loss' },
      { symbol: 'n', name: { en: 'samples of the part', 'zh-CN': '这一部分的样本数' }, setting: 'train' },
      { symbol: 'k', name: { en: 'number of a sample', 'zh-CN': '第几个样本' } },
      {
        symbol: 'p',
        name: { en: 'probability that the network gives to the true class', 'zh-CN': '网络给真实类别的概率' },
      },
      {
        symbol: 'y',
        name: { en: 'label, perhaps a wrong one', 'zh-CN': '标签，可能是错的' },
        setting: 'label-noise',
      },
      { symbol: 'x', name: { en: 'inputs of the sample', 'zh-CN': '样本的输入' }, setting: 'features' },
    ],
  },
  /** What a single point costs: little while it is doubted, without bound where the network is sure and wrong. */
  plots: [{ title: '−log p', of: (p) => -Math.log(p), from: 0.01, to: 1, mark: 0.1 }],
  misconception: {
    belief: {
      en: 'Validation accuracy hardly moves, so nothing is wrong yet.',
      'zh-CN': '验证准确率几乎没变，所以还没有问题。',
    },
    fact: {
      en: 'Loss turns long before accuracy falls: first the network becomes too sure, then wrong.',
      'zh-CN': '损失早在准确率下降之前就转头了：网络先是过于自信，然后才出错。',
    },
  },
  sources: [
    {
      text: 'Nielsen, Neural Networks and Deep Learning, ch. 3',
      url: 'http://neuralnetworksanddeeplearning.com/chap3.html',
    },
    { text: 'Hung-yi Lee, Tips for Training Deep Neural Networks' },
  ],
  breakIt: [
    {
      text: {
        en: 'No wrong labels: does it still overfit?',
        'zh-CN': '标签全部正确：还会过拟合吗？',
      },
      scene: 'preset=overfitting&label-noise=0',
    },
    {
      text: {
        en: 'A network of 4 units: can it still learn by heart?',
        'zh-CN': '只有 4 个神经元：还记得住吗？',
      },
      scene: 'preset=overfitting&layers=4',
    },
    {
      text: {
        en: 'Twelve noisy points of a sine: what does the curve do between them?',
        'zh-CN': '正弦上的十二个带噪声的点：曲线在点与点之间做了什么？',
      },
      scene: 'preset=twelve-points',
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Bring the last validation loss within 0.1 of the noise floor, by one change.',
        'zh-CN': '只改一处，让最后的验证损失与噪声下限相差不到 0.1。',
      },
      scene: 'preset=overfitting',
    },
    {
      text: {
        en: 'The same twelve points, eight thousand ReLU weights and no powers of x: does it bend as often? Why not?',
        'zh-CN': '还是那十二个点，八千个权重，ReLU，没有 x 的幂：弯的次数一样多吗？为什么不是？',
      },
      scene: 'preset=wiggle',
    },
  ],
  teacher: {
    notes: {
      en: 'Ask what accuracy is possible at all before the vote: 85%, since 15% of the labels are wrong. Point at one island and ask why it is there.',
      'zh-CN': '投票前先问：准确率最高能有多少？85%，因为 15% 的标签是错的。指着一个小岛问：它为什么在那里？',
    },
    timing: [
      {
        minute: 0,
        text: {
          en: 'Show the points and the noise floor.',
          'zh-CN': '看数据点和噪声下限。',
        },
      },
      { minute: 1, text: { en: 'Vote.', 'zh-CN': '投票。' } },
      {
        minute: 2,
        text: { en: 'Run; name the epoch of the minimum.', 'zh-CN': '运行；说出最低点是第几轮。' },
      },
      {
        minute: 4,
        text: { en: 'How would you have stopped? In pairs.', 'zh-CN': '你会在哪里停？两人讨论。' },
      },
    ],
  },
  figureNames: {
    bestEpoch: { en: 'epoch of the lowest validation loss', 'zh-CN': '验证损失最低的一轮' },
    rise: { en: 'validation loss, last over lowest', 'zh-CN': '验证损失，最后 ÷ 最低' },
    trainLoss: { en: 'last training loss', 'zh-CN': '最后的训练损失' },
    noiseFloor: { en: 'noise floor', 'zh-CN': '噪声下限' },
  },
  judge([run]) {
    const [lowest, end] = [best(run!), last(run!)]
    const figures = {
      bestEpoch: lowest.epoch,
      rise: end.validation.loss / lowest.validation.loss,
      trainLoss: end.train.loss,
      noiseFloor: noiseFloor(run!.experiment) ?? Number.NaN,
    }
    return {
      holds: figures.bestEpoch <= 40 && figures.rise >= 2 && figures.trainLoss < figures.noiseFloor,
      figures,
    }
  },
}
