import { accuracies } from './figures.ts'
import { fraction, i, n, o, root, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

const COINS =
  'data=spiral&noise=0.3&label-noise=0.5&label-noise-in=all&train=200&validation=20&test=2000&layers=16,16,16&init=he-normal&lr=0.001&batch=100&epochs=10&patience=off'
const STARTS = 'compare=seed-weights:1/2/3/4/5/6/7/8/9/10/11/12'

export const lesson: Lesson = {
  scene: `${COINS}&${STARTS}`,
  opensTest: true,
  question: {
    text: {
      en: 'Every label is a coin flip, so nothing can be learned. Twelve networks are tried on 20 validation points. How many does the best of them get right?',
      'zh-CN':
        '每个标签都是抛硬币定的，没有任何规律可学。十二个网络在 20 个验证点上比试，最好的一个能对几个？',
    },
    answers: [
      {
        text: { en: 'About 10, like the others', 'zh-CN': '10 个左右，和别的一样' },
        because: {
          en: 'That is the mean. With twelve tries the best is lucky.',
          'zh-CN': '那是平均数。试十二次，最好的一个是运气好。',
        },
      },
      {
        text: { en: '12 to 16', 'zh-CN': '12 到 16 个' },
        because: {
          en: '20 coin flips vary by ±2. The best of twelve is one and a half to three times that above the mean.',
          'zh-CN': '抛 20 次硬币，上下会差 2 个左右。十二个里最好的，比平均高出这个数的一倍半到三倍。',
        },
        right: true,
      },
      {
        text: { en: 'All 20: it has learned them', 'zh-CN': '20 个全对：它学会了' },
        because: {
          en: 'It never saw these points in training. Only luck can make it right.',
          'zh-CN': '训练时它从没见过这些点，只能靠运气。',
        },
      },
    ],
  },
  look: [
    {
      view: 'curves',
      accuracy: true,
      text: {
        en: 'Accuracy, in the lower chart: the ends spread far above and below one half, and the highest looks as if it had learned something.',
        'zh-CN': '看下方的准确率：终点散在五成上下，最高的那个看起来真像学到了什么。',
      },
    },
    {
      view: 'table',
      text: {
        en: 'Now the column of the test set, on 2 000 points: all about 50%, the winner too.',
        'zh-CN': '再看“测试”一列，2 000 个点上的准确率：全在 50% 左右，第一名也不例外。',
      },
    },
    {
      view: 'fit',
      runs: 'most-accurate',
      text: {
        en: 'The boundary of the winner. The points of both colours lie on either side.',
        'zh-CN': '第一名的边界。两种颜色的点，两边都有。',
      },
    },
  ],
  explanation: {
    en: [
      'An accuracy from 20 points has a standard error of about 11 points of a hundred. Twelve networks draw twelve such errors, and **whoever picks the best picks the luckiest**.',
      'The formula says how far luck alone can carry the best of k candidates, at most. For 12 candidates and 20 points it is 75%; for 2 000 points 52.5%. The remedy is a larger validation part, or cross-validation, and fewer candidates.',
      'Real candidates do differ. Then the winner is partly better and partly lucky, and **only data that took no part in the choice tell how much of each**. That is what the test set is sealed for.',
    ],
    'zh-CN': [
      '20 个点测出的准确率，标准误约 11 个百分点。十二个网络就有十二个这样的误差，**挑最好的，就是挑运气最好的**。',
      '公式给出：k 个候选里最好的一个，光凭运气最多能到多高。12 个候选、20 个点，是 75%；2 000 个点，只有 52.5%。办法是加大验证集，或者用交叉验证，再就是少试几个。',
      '真实的候选确实有好坏之分。那么第一名既有真本事，也有运气；**各占多少，只有没参与挑选的数据才说得清**。测试集封着，就是为了这个。',
    ],
  },
  formula: {
    of: row(
      i('a'),
      o('+'),
      root(row(n(2), i('ln'), i('k'))),
      o('·'),
      root(fraction(row(i('a'), o('('), n(1), o('−'), i('a'), o(')')), i('n'))),
    ),
    symbols: [
      {
        symbol: 'a',
        name: { en: 'true accuracy of every candidate: 0.5', 'zh-CN': '每个候选的真实准确率：0.5' },
      },
      { symbol: 'k', name: { en: 'candidates', 'zh-CN': '候选的个数' }, setting: 'seed-weights' },
      { symbol: 'n', name: { en: 'validation samples', 'zh-CN': '验证样本数' }, setting: 'validation' },
    ],
  },
  misconception: {
    belief: {
      en: 'The validation accuracy of my best run is how good my network is.',
      'zh-CN': '最好那次运行的验证准确率，就是我的网络的水平。',
    },
    fact: {
      en: 'It is that plus the luck of the draw. The more runs, the more luck.',
      'zh-CN': '那是水平加上运气。试得越多，运气的成分越大。',
    },
  },
  sources: [
    { text: 'Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, ch. 7' },
    { text: 'Deep Learning Tuning Playbook', url: 'https://github.com/google-research/tuning_playbook' },
  ],
  breakIt: [
    {
      text: {
        en: '2 000 validation points: how far ahead is the best now?',
        'zh-CN': '2 000 个验证点：最好的还领先多少？',
      },
      scene: `${COINS}&validation=2000&${STARTS}`,
    },
    {
      text: {
        en: 'True labels, 20 validation points: is the winner the best on the test set?',
        'zh-CN': '标签是真的，验证点 20 个：第一名在测试集上也是第一吗？',
      },
      scene: `preset=overfitting&epochs=40&validation=20&test=2000&${STARTS}`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Make the luckiest network you can: as few validation points and as many starts as you like. Report it honestly.',
        'zh-CN': '造一个运气最好的网络：验证点随你减，起点随你试。然后如实报告它的水平。',
      },
      scene: `${COINS}&validation=5&${STARTS}`,
    },
  ],
  teacher: {
    notes: {
      en: 'Works without a computer too: let everybody flip a coin 20 times and announce the best. Then ask that person to do it again.',
      'zh-CN': '不用电脑也能做：每人抛 20 次硬币，报出全班最好的成绩，再请那位同学重来一次。',
    },
    timing: [
      { minute: 0, text: { en: 'Coin flips: who had the most heads?', 'zh-CN': '抛硬币：谁的正面最多？' } },
      { minute: 2, text: { en: 'Vote, then run; who is highest?', 'zh-CN': '投票，然后运行：谁最高？' } },
      {
        minute: 4,
        text: {
          en: 'Bet on the winner’s test accuracy; open it.',
          'zh-CN': '押第一名的测试准确率，打开测试集。',
        },
      },
      { minute: 6, text: { en: '2 000 validation points.', 'zh-CN': '换成 2 000 个验证点。' } },
    ],
  },
  figureNames: {
    winnerValidationAccuracy: {
      en: 'validation accuracy of the best',
      'zh-CN': '最好的一个，验证准确率',
      share: true,
    },
    winnerTestAccuracy: { en: 'its test accuracy', 'zh-CN': '它的测试准确率', share: true },
  },
  judge(runs) {
    const byValidation = [...runs].sort((a, b) => accuracies(b).validation - accuracies(a).validation)
    const winner = byValidation[0]!
    const figures = {
      winnerValidationAccuracy: accuracies(winner).validation,
      winnerTestAccuracy: winner.test?.accuracy ?? Number.NaN,
    }
    return {
      holds:
        figures.winnerValidationAccuracy >= 0.6 &&
        figures.winnerTestAccuracy >= 0.46 &&
        figures.winnerTestAccuracy <= 0.54,
      figures,
    }
  },
}
