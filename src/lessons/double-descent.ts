import { last } from './figures.ts'
import { fraction, i, n, o, power, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

export const lesson: Lesson = {
  scene: 'preset=double-descent',
  question: {
    text: {
      en: 'A linear model of 100 inputs learns from 25, 50, … 400 samples, each time until nothing is left to learn. With how many is it worst on new ones?',
      'zh-CN':
        '一个有 100 个输入的线性模型，分别用 25、50……400 个样本训练到底。样本多少个时，它在新样本上最差？',
    },
    answers: [
      {
        text: { en: 'With 25: fewest data, worst model', 'zh-CN': '25 个：数据最少，模型最差' },
        because: {
          en: 'With 25 it knows little. But it is free to fit them with small weights, and small weights do little harm.',
          'zh-CN': '25 个时它知道得少，但可以用很小的权重拟合它们，小权重坏不了大事。',
        },
      },
      {
        text: { en: 'With about 100: as many as it has weights', 'zh-CN': '100 个左右：和权重一样多' },
        because: {
          en: 'Exactly one set of weights passes through 100 samples and their noise, and it has to be huge.',
          'zh-CN': '要连噪声一起穿过 100 个样本，只有唯一一组权重，而且大得离谱。',
        },
        right: true,
      },
      {
        text: { en: 'With none in particular: each sample helps', 'zh-CN': '没有哪个特别差：样本越多越好' },
        because: {
          en: 'Around the peak more samples do harm, if nothing restrains the weights.',
          'zh-CN': '在峰的附近，不约束权重，多给样本反而更糟。',
        },
      },
    ],
  },
  look: [
    {
      view: 'table',
      lastEpoch: true,
      text: {
        en: 'Read the validation losses of the last epochs down: they fall, climb to a peak at 100 samples, and fall again, far below the first valley.',
        'zh-CN':
          '看最后一轮的验证损失，从上往下：先降，在 100 个样本处升到峰顶，再降，降得比第一个谷还低得多。',
      },
    },
    {
      view: 'table',
      lastEpoch: true,
      text: {
        en: 'Training losses: 0 up to 100 samples, above 0 from there on. The peak stands where fitting everything just ceases to be possible.',
        'zh-CN': '训练损失：100 个样本以内是 0，之后大于 0。峰就在“刚好还能全部拟合”的地方。',
      },
    },
    {
      view: 'fit',
      runs: [0, 4, 8],
      text: {
        en: 'The weights from 25, 100 and 400 samples, with rings for the true ones. At 100 they run wild.',
        'zh-CN': '25、100、400 个样本学出的权重，圆圈是真实值。100 个样本时，权重到处乱窜。',
      },
    },
  ],
  explanation: {
    en: [
      'Below 100 samples many sets of weights fit. Gradient descent from 0 finds the shortest of them, and **the more choice there is, the shorter it is**. Towards 100 the choice shrinks to one, and noise that must be fitted exactly blows the weights up. Beyond 100 the noise averages out.',
      'The formula holds to the right of the peak. Its denominator is what is left over when every weight has taken one sample.',
      '**What this does not show:** that more weights are better. Here the model stays the same and the data grow. Nor is the peak a law: a little L2 removes it. What it does show is that “fits all training data” is not the end of the curve: behind the threshold it can go down again, in networks of growing width too.',
    ],
    'zh-CN': [
      '不到 100 个样本时，能拟合的权重有许多组。从 0 出发的梯度下降会找到最短的一组，**可选的越多，就越短**。接近 100，只剩一组可选，还要把噪声也精确拟合进去，权重就爆了。过了 100，噪声互相抵消。',
      '公式在峰的右边成立。分母是每个权重各占去一个样本之后还剩下的样本数。',
      '**它没有说明的**：权重越多越好。这里模型没变，变的是数据。峰也不是定律，加一点 L2 就没有了。它说明的是：“全部拟合”不是曲线的尽头，过了阈值还会再降；网络越来越宽时也会这样。',
    ],
  },
  formula: {
    of: row(
      i('E'),
      o('='),
      power(i('σ'), n(2)),
      o('('),
      n(1),
      o('+'),
      fraction(i('d'), row(i('n'), o('−'), i('d'), o('−'), n(1))),
      o(')'),
    ),
    symbols: [
      {
        symbol: 'E',
        name: { en: 'expected squared error on new samples', 'zh-CN': '新样本上的期望平方误差' },
      },
      {
        symbol: 'n',
        name: { en: 'training samples, more than d + 1', 'zh-CN': '训练样本数，要多于 d + 1' },
        setting: 'train',
      },
      { symbol: 'd', name: { en: 'inputs: 100', 'zh-CN': '输入的个数：100' }, setting: 'data' },
      { symbol: 'σ', name: { en: 'deviation of the noise', 'zh-CN': '噪声的标准差' }, setting: 'noise' },
    ],
  },
  plots: [
    {
      title: '1 + 100 / (n − 101)',
      of: (samples) => 1 + 100 / (samples - 101),
      from: 110,
      to: 400,
      mark: 200,
    },
  ],
  misconception: {
    belief: {
      en: 'Once a model fits its training data perfectly, everything further is overfitting and worse.',
      'zh-CN': '模型一旦完美拟合训练数据，再往后只会更糟。',
    },
    fact: {
      en: 'It is worst where it only just fits. On either side of that the error falls.',
      'zh-CN': '最糟的是“刚刚好能拟合”的地方，两边的误差都会下降。',
    },
  },
  sources: [
    {
      text: 'Belkin, Hsu, Ma, Mandal, Reconciling Modern Machine-Learning Practice and the Bias-Variance Trade-off, 2019',
      url: 'https://arxiv.org/abs/1812.11118',
    },
    {
      text: 'Nakkiran, More Data Can Hurt for Linear Regression, 2019',
      url: 'https://arxiv.org/abs/1912.07242',
    },
    { text: 'Nakkiran et al., Deep Double Descent, 2019', url: 'https://arxiv.org/abs/1912.02292' },
  ],
  breakIt: [
    {
      text: { en: 'A little L2: where is the peak?', 'zh-CN': '加一点 L2：峰到哪里去了？' },
      scene: 'preset=double-descent&l2=0.1',
    },
    {
      text: {
        en: 'No noise in the data: what is left of the peak?',
        'zh-CN': '数据没有噪声：峰还剩多少？',
      },
      scene: 'preset=double-descent&noise=0',
    },
  ],
  nowYou: [
    {
      text: {
        en: 'You have exactly 100 samples. Halve the validation loss without a penalty.',
        'zh-CN': '你正好有 100 个样本。不用惩罚，把验证损失减半。',
      },
      scene: 'preset=double-descent&compare=off',
    },
  ],
  teacher: {
    notes: {
      en: 'For an advanced class. Say clearly that the axis is the number of samples and that the famous picture over the width of networks is another one with the same peak. In the task, early stopping is the way.',
      'zh-CN':
        '适合学过基础的班。要讲清楚：横轴是样本数；论文里常见的那张图横轴是网络宽度，是另一张图，峰是一样的。最后的任务可以用早停。',
    },
    timing: [
      { minute: 0, text: { en: 'Vote; most say 25.', 'zh-CN': '投票；多数人会选 25 个。' } },
      {
        minute: 2,
        text: { en: 'Run; draw the nine validation losses.', 'zh-CN': '运行；把九个验证损失画出来。' },
      },
      {
        minute: 4,
        text: {
          en: 'Two samples, two weights, a little noise: on the board.',
          'zh-CN': '在黑板上算：两个样本，两个权重，一点噪声。',
        },
      },
      {
        minute: 7,
        text: {
          en: 'A little L2; what does not follow from all this?',
          'zh-CN': '加一点 L2；还有：由此不能推出什么？',
        },
      },
    ],
  },
  figureNames: {
    fewestValidationLoss: { en: 'validation loss, 25 samples', 'zh-CN': '验证损失，25 个样本' },
    valleyValidationLoss: {
      en: 'lowest validation loss below 100 samples',
      'zh-CN': '最低验证损失，不到 100 个样本',
    },
    peakValidationLoss: { en: 'validation loss, 100 samples', 'zh-CN': '验证损失，100 个样本' },
    highestValidationLoss: { en: 'highest validation loss', 'zh-CN': '最高验证损失' },
    mostValidationLoss: { en: 'validation loss, 400 samples', 'zh-CN': '验证损失，400 个样本' },
  },
  judge(runs) {
    const losses = runs.map((run) => last(run).validation.loss)
    /** As many samples as inputs: from here on not all can be fitted. */
    const threshold = runs.findIndex(({ experiment }) => experiment.data.train === 100)
    const figures = {
      fewestValidationLoss: losses[0]!,
      valleyValidationLoss: Math.min(...losses.slice(0, threshold)),
      peakValidationLoss: losses[threshold]!,
      highestValidationLoss: Math.max(...losses),
      mostValidationLoss: losses.at(-1)!,
    }
    return {
      holds:
        figures.valleyValidationLoss <= 0.85 * figures.fewestValidationLoss &&
        figures.peakValidationLoss === figures.highestValidationLoss &&
        figures.peakValidationLoss >= 2 * figures.valleyValidationLoss &&
        figures.mostValidationLoss <= figures.valleyValidationLoss / 2,
      figures,
    }
  },
}
