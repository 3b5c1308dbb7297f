import { accuracies } from './figures.ts'
import { i, o, row, subscript } from './formula.ts'
import type { Lesson } from './lesson.ts'

const SPIRAL =
  'data=spiral&noise=0.3&train=20&validation=1000&test=1000&activation=relu&init=he-uniform&lr=0.01&batch=10&epochs=200&patience=off'

export const lesson: Lesson = {
  scene: `${SPIRAL}&compare=layers:none/64,64`,
  question: {
    text: {
      en: 'Two networks are right on about 60% of 1 000 validation points. Which of them overfits?',
      'zh-CN': '两个网络在 1 000 个验证点上的准确率都是 60% 左右。哪一个过拟合了？',
    },
    answers: [
      {
        text: { en: 'Both: 60% is bad', 'zh-CN': '都过拟合了：60% 太差' },
        because: {
          en: 'A bad result on new points has two possible causes. Overfitting is only one of them.',
          'zh-CN': '在新的点上表现差有两种原因，过拟合只是其中一种。',
        },
      },
      {
        text: { en: 'Neither: both have learned too little', 'zh-CN': '都没有：它们只是学得太少' },
        because: {
          en: 'One has learned too little. The other has learned all its points, and that is the trouble.',
          'zh-CN': '其中一个确实学得太少。另一个却把训练点全学会了，问题正出在这里。',
        },
      },
      {
        text: { en: 'That cannot be told yet', 'zh-CN': '还说不出来' },
        because: {
          en: 'Look at the training points first. Who fails there too has not learned; who is right there and wrong elsewhere overfits.',
          'zh-CN': '先看训练点。在训练点上也错，是没学会；训练点全对、别处出错，才是过拟合。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      accuracy: true,
      text: {
        en: 'Accuracy, in the lower charts: on validation the two are close, on training they are not, about 60% and 100%.',
        'zh-CN': '看下方的准确率：两个网络的验证准确率差不多，训练准确率却差得远，一个 60% 左右，一个 100%。',
      },
    },
    {
      view: 'curves',
      text: {
        en: 'Of the straight line both losses are high and level. Of the large network training falls to 0 while validation climbs.',
        'zh-CN': '直线的两条损失都高，而且走平；大网络的训练损失降到 0，验证损失却往上爬。',
      },
    },
    {
      view: 'fit',
      text: {
        en: 'A straight line cannot follow a spiral. The large network gets every filled point right, and guesses between them.',
        'zh-CN': '直线跟不上螺旋。大网络把每个实心点都分对了，点与点之间却是瞎猜。',
      },
    },
  ],
  explanation: {
    en: [
      'Ask two questions, in this order. **Is the result on the training data bad?** Then the network has not learned: give it more units, another layer, a better learning rate, more epochs. More data do not help, it cannot even fit those it has.',
      '**Is it good there and bad on the validation data?** Then the network overfits: give it more data, stop early, or regularize. A larger network would only memorize better.',
      'Whoever skips the first question uses dropout against underfitting, and makes it worse.',
      'Bad compared with what? With always giving the same answer. Of two classes of one size that is right half of the time. Where one class has 95 of 100 samples it is right 95% of the time, and a network with 95% has learned nothing there.',
    ],
    'zh-CN': [
      '按顺序问两个问题。**在训练数据上表现差吗？**差，说明没学会：加神经元、加一层、调学习率、多训练几轮。加数据没有用，手头这些它都拟合不了。',
      '**训练数据上好，验证数据上差吗？**这才是过拟合：加数据、早停、正则化。换更大的网络，只会背得更熟。',
      '跳过第一个问题的人，会拿 Dropout 去治欠拟合，越治越糟。',
      '“差”是跟什么比？跟总给同一个答案比。两类一样多时，这样能对一半；一类占到 95% 时，这样就能对 95%，网络在那里只有 95%，等于什么都没学到。',
    ],
  },
  formula: {
    of: row(subscript(i('E'), i('val')), o('='), subscript(i('E'), i('train')), o('+'), i('G')),
    symbols: [
      {
        symbol: 'E',
        name: {
          en: 'share of wrong answers; that of training is the first question',
          'zh-CN': '答错的比例；训练的那一项，就是第一个问题',
        },
        setting: 'layers',
      },
      {
        symbol: 'G',
        name: {
          en: 'what validation adds to it, the gap: the second question',
          'zh-CN': '验证比训练多出来的差距：第二个问题',
        },
        setting: 'train',
      },
    ],
  },
  misconception: {
    belief: {
      en: 'A bad test result means overfitting.',
      'zh-CN': '测试结果不好，就是过拟合。',
    },
    fact: {
      en: 'It may as well be underfitting, or a training that failed. Only the training result tells.',
      'zh-CN': '也可能是欠拟合，或者根本没训练好。要看训练结果才知道。',
    },
  },
  sources: [
    { text: 'Hung-yi Lee, Tips for Training Deep Neural Networks' },
    { text: 'Andrew Ng, Machine Learning Yearning, ch. 20–27' },
  ],
  breakIt: [
    {
      text: {
        en: 'Twenty times the data: which of the two does it help?',
        'zh-CN': '数据增加到二十倍：哪一个变好？',
      },
      scene: `${SPIRAL}&train=400&compare=layers:none/64,64`,
    },
    {
      text: {
        en: 'Five times the epochs: does either get better?',
        'zh-CN': '轮数增加到五倍：有谁变好吗？',
      },
      scene: `${SPIRAL}&epochs=1000&compare=layers:none/64,64`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Bring the straight line to 90% on its 20 training points. Then name what it suffers from now.',
        'zh-CN': '让这条直线在 20 个训练点上达到 90%。然后说出：它现在的毛病是什么？',
      },
      scene: `${SPIRAL}&layers=none`,
    },
    {
      text: {
        en: 'Bring the large network to 90% on validation points.',
        'zh-CN': '让大网络在验证点上达到 90%。',
      },
      scene: `${SPIRAL}&layers=64,64`,
    },
  ],
  teacher: {
    notes: {
      en: 'Show only the validation accuracies before the vote. Every later lesson begins with the same two questions; write them on the board and leave them there.',
      'zh-CN': '投票前只给看验证准确率。以后每一课都从这两个问题开始，把它们写在黑板上，不要擦。',
    },
    timing: [
      {
        minute: 0,
        text: { en: 'Read out the two validation accuracies; vote.', 'zh-CN': '报出两个验证准确率，投票。' },
      },
      { minute: 2, text: { en: 'Run; read the training accuracies.', 'zh-CN': '运行，看训练准确率。' } },
      { minute: 4, text: { en: 'The two questions.', 'zh-CN': '讲两个问题。' } },
      {
        minute: 6,
        text: { en: 'Twenty times the data; vote first.', 'zh-CN': '数据增加到二十倍，先投票。' },
      },
    ],
  },
  figureNames: {
    lineTrainAccuracy: { en: 'training accuracy, line', 'zh-CN': '训练准确率，直线', share: true },
    lineValidationAccuracy: { en: 'validation accuracy, line', 'zh-CN': '验证准确率，直线', share: true },
    largeTrainAccuracy: {
      en: 'training accuracy, large network',
      'zh-CN': '训练准确率，大网络',
      share: true,
    },
    largeValidationAccuracy: {
      en: 'validation accuracy, large network',
      'zh-CN': '验证准确率，大网络',
      share: true,
    },
  },
  judge([line, large]) {
    const [under, over] = [accuracies(line!), accuracies(large!)]
    const figures = {
      lineTrainAccuracy: under.train,
      lineValidationAccuracy: under.validation,
      largeTrainAccuracy: over.train,
      largeValidationAccuracy: over.validation,
    }
    const aboutSix = (accuracy: number) => accuracy >= 0.5 && accuracy <= 0.7
    return {
      holds:
        aboutSix(under.validation) && aboutSix(over.validation) && under.train <= 0.75 && over.train === 1,
      figures,
    }
  },
}
