import { accuracies } from './figures.ts'
import { fraction, i, n, o, root, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

const DIGITS =
  'data=digits-8x8&train=50&validation=700&test=800&layers=64,64&activation=relu&init=he-uniform&lr=0.003&batch=10&epochs=60&patience=off'

export const lesson: Lesson = {
  scene: DIGITS,
  opensTest: true,
  question: {
    text: {
      en: 'A network has learned 50 digits until it gets all of them right. How many of 800 digits that nobody has looked at will it get right?',
      'zh-CN': '网络把 50 个手写数字学到全对。另有 800 个从没用过的数字，它能认对多少？',
    },
    answers: [
      {
        text: { en: 'About all: it has reached 100%', 'zh-CN': '几乎全部：它已经 100% 了' },
        because: {
          en: '100% on the digits it was fitted to. A list of the 50 answers would have that too.',
          'zh-CN': '那是拟合所用的数字上的 100%。背下 50 个答案也能得 100%。',
        },
      },
      {
        text: { en: 'About as many as the validation digits say', 'zh-CN': '和验证集说的差不多' },
        because: {
          en: 'Validation digits are new to the weights too. As long as nothing was chosen by them, they foretell the test.',
          'zh-CN': '对权重来说，验证数字也是新的。只要没有拿它们做过选择，它们就能预告测试结果。',
        },
        right: true,
      },
      {
        text: { en: 'About 10%: it has only learned by heart', 'zh-CN': '10% 左右：它只会死记' },
        because: {
          en: '10% is guessing. What it learned does hold for most new digits, only not for all.',
          'zh-CN': '10% 是瞎猜。它学到的东西对多数新数字是成立的，只是不是全部。',
        },
      },
    ],
  },
  look: [
    {
      view: 'curves',
      text: {
        en: 'Training accuracy reaches 100% and stays there. Validation accuracy ends well below it.',
        'zh-CN': '训练准确率到了 100% 就停在那里，验证准确率明显低一截。',
      },
    },
    {
      view: 'table',
      text: {
        en: 'Now open the test set, once. Its accuracy is near that of validation, not near that of training.',
        'zh-CN': '现在打开测试集，只打开一次。测试准确率接近验证准确率，离训练准确率很远。',
      },
    },
    {
      view: 'predictions',
      text: {
        en: 'The digits that it takes for others: would you have read them right?',
        'zh-CN': '它认错的数字：换作你，认得对吗？',
      },
    },
  ],
  explanation: {
    en: [
      'Three parts, three uses. **Training** samples fit the weights. **Validation** samples choose: when to stop, how many units, which learning rate. **Test** samples do nothing but measure, once, at the end.',
      'Each use spoils the part for the next. Weights know the training samples, so training accuracy is too high. Whoever has tried a hundred settings knows the validation samples a little too. Only the sealed part is still new.',
      'Every accuracy is known only to about its standard error: with 800 samples about ±1.3 points, with 20 about ±8.',
    ],
    'zh-CN': [
      '三部分，三种用途。**训练集**用来拟合权重。**验证集**用来做选择：什么时候停、多少神经元、多大的学习率。**测试集**什么也不决定，只在最后测一次。',
      '用过一次，就不再是新的。权重见过训练样本，所以训练准确率偏高。试过一百组超参数的人，也等于见过验证样本。只有封着的那部分还是新的。',
      '准确率本身也有误差，大约是一个标准误：800 个样本约 ±1.3 个百分点，20 个样本约 ±8 个。',
    ],
  },
  formula: {
    of: row(i('SE'), o('='), root(fraction(row(i('a'), o('('), n(1), o('−'), i('a'), o(')')), i('n')))),
    symbols: [
      { symbol: 'SE', name: { en: 'standard error of the accuracy', 'zh-CN': '准确率的标准误' } },
      { symbol: 'a', name: { en: 'accuracy', 'zh-CN': '准确率' } },
      {
        symbol: 'n',
        name: { en: 'samples it was measured on', 'zh-CN': '测量所用的样本数' },
        setting: 'test',
      },
    ],
  },
  misconception: {
    belief: {
      en: 'Test and validation are two words for the same part.',
      'zh-CN': '测试集和验证集是一回事。',
    },
    fact: {
      en: 'A part that has chosen something is a validation set, whatever it is called.',
      'zh-CN': '只要用它做过选择，不管叫什么，它就是验证集。',
    },
  },
  sources: [
    {
      text: 'Zhang et al., Dive into Deep Learning, ch. 3.6',
      url: 'https://d2l.ai/chapter_linear-regression/generalization.html',
    },
    { text: 'Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, ch. 7' },
  ],
  breakIt: [
    {
      text: {
        en: 'Only 20 validation digits: how near do they come to the test?',
        'zh-CN': '只留 20 个验证数字：它们离测试结果还那么近吗？',
      },
      scene: `${DIGITS}&compare=validation:20/100/700`,
    },
    {
      text: {
        en: 'Ten times the training digits: what becomes of the gap?',
        'zh-CN': '训练数字增加到十倍：差距变成多少？',
      },
      scene: `${DIGITS}&validation=300&test=600&compare=train:50/150/500`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Choose the best network you can by validation accuracy. Open the test set once. Say beforehand what it will show.',
        'zh-CN': '用验证准确率挑出你能做到的最好的网络。先说出测试准确率会是多少，再打开测试集，只打开一次。',
      },
      scene: DIGITS,
    },
  ],
  teacher: {
    notes: {
      en: 'Let the class bet on the test accuracy before it is opened, with the validation accuracy on the screen. The page counts how often it was opened: more than once, and it has become validation.',
      'zh-CN':
        '屏幕上留着验证准确率，让全班押测试准确率，再打开。页面会数打开过几次：超过一次，它就成了验证集。',
    },
    timing: [
      { minute: 0, text: { en: 'Three parts on the board.', 'zh-CN': '在黑板上写下三个部分。' } },
      { minute: 1, text: { en: 'Vote, then run.', 'zh-CN': '投票，然后运行。' } },
      {
        minute: 3,
        text: { en: 'Bets on the test accuracy; open it.', 'zh-CN': '押测试准确率，打开测试集。' },
      },
      {
        minute: 5,
        text: { en: '20 validation digits: how much is luck?', 'zh-CN': '只有 20 个验证数字：多少是运气？' },
      },
    ],
  },
  figureNames: {
    trainAccuracy: { en: 'training accuracy', 'zh-CN': '训练准确率', share: true },
    validationAccuracy: { en: 'validation accuracy', 'zh-CN': '验证准确率', share: true },
    testAccuracy: { en: 'test accuracy', 'zh-CN': '测试准确率', share: true },
  },
  judge([run]) {
    const { train, validation } = accuracies(run!)
    const test = run!.test?.accuracy ?? Number.NaN
    return {
      holds: train === 1 && test <= 0.9 && Math.abs(validation - test) <= 0.05,
      figures: { trainAccuracy: train, validationAccuracy: validation, testAccuracy: test },
    }
  },
}
