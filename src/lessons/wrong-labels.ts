import { accuracies } from './figures.ts'
import { fraction, i, n, o, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

const DIGITS =
  'data=digits-8x8&train=200&validation=500&test=500&layers=64,64&activation=relu&init=he-uniform&lr=0.003&batch=20&epochs=100&patience=off'

export const lesson: Lesson = {
  scene: `${DIGITS}&compare=label-noise:0/0.5`,
  question: {
    text: {
      en: 'Of 200 training digits every second one gets a wrong label by lot. What training accuracy does the network reach, counted by those labels?',
      'zh-CN': '200 个训练数字，一半被随机换成错误的标签。按这些标签计算，网络的训练准确率能到多少？',
    },
    answers: [
      {
        text: { en: 'About 10%: there is nothing to learn', 'zh-CN': '10% 左右：没有规律可学' },
        because: {
          en: 'There is: the right half has a pattern. And learning by heart needs none.',
          'zh-CN': '有规律：正确的那一半就有。何况死记硬背用不着规律。',
        },
      },
      {
        text: { en: 'About 50%: it learns the right half', 'zh-CN': '50% 左右：学会正确的一半' },
        because: {
          en: 'That would be sensible, and the first epochs look like it. But the loss asks for all labels, and the network has room for them.',
          'zh-CN': '那样最合理，头几轮看起来也是这样。但损失要的是所有标签，网络也装得下。',
        },
      },
      {
        text: { en: '100%', 'zh-CN': '100%，全部背下来' },
        because: {
          en: 'It gives back every label, right or wrong. So 100% on training data proves nothing.',
          'zh-CN': '不管对错，每个标签它都照背。所以训练数据上的 100% 什么也证明不了。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      epochs: [1, 15],
      text: {
        en: 'At first the pattern: validation loss falls, although half of the labels say otherwise.',
        'zh-CN': '先学规律：尽管一半标签在捣乱，验证损失还是下降。',
      },
    },
    {
      view: 'curves',
      epochs: [15, 100],
      text: {
        en: 'Then the lies: training loss goes to 0 in both runs, validation loss about doubles in one.',
        'zh-CN': '再背错误：两次运行的训练损失都到 0，其中一次的验证损失涨到两倍左右。',
      },
    },
    {
      view: 'predictions',
      text: {
        en: 'The digits that it is most wrong about. It is sure of them.',
        'zh-CN': '错得最厉害的数字。网络对它们还很有把握。',
      },
    },
  ],
  explanation: {
    en: [
      'A network with more weights than samples can give every sample any label. **Training accuracy says how much it can store, not how much it has understood.** Both runs have 100%. On new digits one is right about nine times in ten, the other about every second time.',
      'The pattern comes first, because it serves many samples at once; the exceptions, which serve one sample each, come later. **That is why early stopping works.**',
      'The formula is the training loss of a network that has understood everything and memorized nothing: about 1.8 here. Ours ends near 0. What is below 1.8 is memory.',
    ],
    'zh-CN': [
      '权重比样本多的网络，可以给每个样本配上任何标签。**训练准确率说的是它存得下多少，不是它懂了多少。**两次运行都是 100%。遇到新的数字，一个十次对九次，另一个只对一半左右。',
      '规律先学会，因为一条规律能解释许多样本；例外后学会，因为一个例外只解释一个样本。**早停能起作用，就是这个道理。**',
      '公式给出的，是一个什么都懂、却什么也不背的网络的训练损失，这里约为 1.8。我们的网络降到 0 附近，低于 1.8 的部分都是背下来的。',
    ],
  },
  formula: {
    of: row(
      i('L'),
      o('='),
      o('−'),
      o('('),
      n(1),
      o('−'),
      i('e'),
      o(')'),
      i('ln'),
      o('('),
      n(1),
      o('−'),
      i('e'),
      o(')'),
      o('−'),
      i('e'),
      i('ln'),
      fraction(i('e'), row(i('K'), o('−'), n(1))),
    ),
    symbols: [
      {
        symbol: 'e',
        name: { en: 'share of wrong labels', 'zh-CN': '错误标签的比例' },
        setting: 'label-noise',
      },
      { symbol: 'K', name: { en: 'classes: ten digits', 'zh-CN': '类别数：十个数字' }, setting: 'data' },
      {
        symbol: 'L',
        name: { en: 'training loss without memory', 'zh-CN': '不死记时的训练损失' },
        setting: 'loss',
      },
    ],
  },
  misconception: {
    belief: {
      en: '100% training accuracy shows that the network has learned something.',
      'zh-CN': '训练准确率 100%，说明网络学到了东西。',
    },
    fact: {
      en: 'It reaches 100% on wrong labels as well. Only data that it has not seen show what was learned.',
      'zh-CN': '标签是错的，它照样 100%。学到了什么，要看没见过的数据。',
    },
  },
  sources: [
    {
      text: 'Zhang, Bengio, Hardt, Recht, Vinyals, Understanding Deep Learning Requires Rethinking Generalization, 2017',
      url: 'https://arxiv.org/abs/1611.03530',
    },
    {
      text: 'Arpit et al., A Closer Look at Memorization in Deep Networks, 2017',
      url: 'https://arxiv.org/abs/1706.05394',
    },
  ],
  breakIt: [
    {
      text: {
        en: 'Does early stopping save the network from the wrong labels?',
        'zh-CN': '早停能不能让网络躲过错误的标签？',
      },
      scene: `${DIGITS}&label-noise=0.5&compare=patience:off/10`,
    },
    {
      text: {
        en: 'A smaller network: from which width on can it learn all by heart?',
        'zh-CN': '换小网络：从多宽开始，它能全部背下来？',
      },
      scene: `${DIGITS}&label-noise=0.5&compare=layers:2/4/8/16/32`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Keep half of the labels wrong and get above 75% on validation digits.',
        'zh-CN': '保持一半标签错误，让验证准确率超过 75%。',
      },
      scene: `${DIGITS}&label-noise=0.5`,
    },
  ],
  teacher: {
    notes: {
      en: 'Cover the legend after the run: from the training curves alone, which run had the wrong labels? After epoch 60 nobody can tell.',
      'zh-CN': '运行后盖住图例：只看训练曲线，哪次运行的标签是错的？60 轮以后谁也分不出来。',
    },
    timing: [
      {
        minute: 0,
        text: { en: 'Vote; each answer gets a spokesperson.', 'zh-CN': '投票；每个答案推一个人说理由。' },
      },
      {
        minute: 2,
        text: {
          en: 'Run; training curves first, then validation.',
          'zh-CN': '运行；先看训练曲线，再看验证曲线。',
        },
      },
      { minute: 4, text: { en: 'Where would you have stopped?', 'zh-CN': '你会停在哪里？' } },
      { minute: 5, text: { en: 'Early stopping: how much does it save?', 'zh-CN': '早停：能挽回多少？' } },
    ],
  },
  figureNames: {
    cleanTrainAccuracy: {
      en: 'training accuracy, right labels',
      'zh-CN': '训练准确率，标签全对',
      share: true,
    },
    cleanValidationAccuracy: {
      en: 'validation accuracy, right labels',
      'zh-CN': '验证准确率，标签全对',
      share: true,
    },
    wrongTrainAccuracy: {
      en: 'training accuracy, half wrong',
      'zh-CN': '训练准确率，标签错一半',
      share: true,
    },
    wrongValidationAccuracy: {
      en: 'validation accuracy, half wrong',
      'zh-CN': '验证准确率，标签错一半',
      share: true,
    },
  },
  judge([clean, wrong]) {
    const [of, ofWrong] = [accuracies(clean!), accuracies(wrong!)]
    const figures = {
      cleanTrainAccuracy: of.train,
      cleanValidationAccuracy: of.validation,
      wrongTrainAccuracy: ofWrong.train,
      wrongValidationAccuracy: ofWrong.validation,
    }
    return {
      holds:
        figures.cleanTrainAccuracy >= 0.99 &&
        figures.wrongTrainAccuracy >= 0.99 &&
        figures.cleanValidationAccuracy >= 0.85 &&
        figures.wrongValidationAccuracy <= 0.65,
      figures,
    }
  },
}
