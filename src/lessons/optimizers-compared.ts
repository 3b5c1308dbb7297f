import { best } from './figures.ts'
import { i, o, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

export const lesson: Lesson = {
  scene:
    'preset=tuned-optimizers&compare=optimizer:sgd;lr=0.3/momentum;lr=0.03/adagrad;lr=0.3/rmsprop;lr=0.03/adam;lr=0.03/sgd;lr=0.03/adagrad;lr=0.03',
  question: {
    text: {
      en: 'All five optimizers at a learning rate of 0.03: SGD and Adagrad are far behind. What follows?',
      'zh-CN': '五个优化器的学习率都是 0.03：SGD 和 Adagrad 远远落后。这说明什么？',
    },
    answers: [
      {
        text: { en: 'SGD and Adagrad are bad optimizers', 'zh-CN': 'SGD 和 Adagrad 不是好优化器' },
        because: {
          en: 'At 0.3 both learn this spiral. The comparison found out for whom 0.03 is a good rate.',
          'zh-CN': '学习率 0.3 时，两个都学会了这条螺旋。这样比，比出来的是 0.03 适合谁。',
        },
      },
      {
        text: { en: 'They need more epochs', 'zh-CN': '它们需要多练几轮' },
        because: {
          en: 'That would help in the end. A rate ten times as large helps within the same epochs.',
          'zh-CN': '练久了也行。但学习率大十倍，同样的轮数就够了。',
        },
      },
      {
        text: { en: 'That 0.03 is not their rate', 'zh-CN': '0.03 不是它们的学习率' },
        because: {
          en: 'A step is rate times something, and that something differs between the five by factors of ten and more.',
          'zh-CN': '每一步是学习率乘以某个量，五个优化器的这个量相差十倍以上。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      text: {
        en: 'Seven runs from the same weights. Five have each its best rate of ten that were tried. SGD and Adagrad are there a second time, at the 0.03 of the others.',
        'zh-CN':
          '七次运行，起始权重相同。其中五次用的是各自试过十个学习率后最好的一个。SGD 和 Adagrad 又各跑一次，用另外几个的 0.03。',
      },
    },
    {
      view: 'curves',
      epochs: [10, 60],
      text: {
        en: 'RMSProp comes down first. At their own rates all five come down within the 60 epochs.',
        'zh-CN': 'RMSProp 最早降下来。用各自的学习率，五个都在 60 轮之内降了下来。',
      },
    },
    {
      view: 'fit',
      runs: [5, 6],
      text: {
        en: 'The two at 0.03 that stayed behind have a nearly straight boundary: they are not stuck, they have hardly moved.',
        'zh-CN': '落后的那两个（0.03），边界几乎是直的：不是卡住了，是还没走几步。',
      },
    },
  ],
  explanation: {
    en: [
      'SGD moves by the rate times the gradient, which is often far below 1. Momentum of 0.9 adds up about ten such steps. RMSProp and Adam divide by the size of the gradient, so that they move by about the rate itself. Adagrad does so in the first steps, and by less and less.',
      '**So one rate for all compares the rates, not the optimizers.** A fair comparison looks for the best rate of each, among as many tries.',
      'What is left then is real: here RMSProp and Adam get lowest, plain SGD the least low. On other data it may be different; that Adam needs less searching holds more widely.',
    ],
    'zh-CN': [
      'SGD 走的是学习率乘以梯度，而梯度常常远小于 1。动量 0.9 相当于把十步左右加在一起。RMSProp 和 Adam 除以梯度的大小，所以每步走的差不多就是学习率本身。Adagrad 头几步也这样，之后越走越小。',
      '**所以，大家用同一个学习率，比的是学习率，不是优化器。**公平的比法是给每个优化器找它自己最好的学习率，试的次数一样多。',
      '这样比下来，剩下的差别才是真的：这里 RMSProp 和 Adam 降得最低，SGD 降得最少。换了数据未必如此；Adam 不用怎么找学习率，这一点更普遍。',
    ],
  },
  formula: {
    of: row(i('w'), o('←'), i('w'), o('−'), i('η'), o('·'), i('u')),
    symbols: [
      {
        symbol: 'u',
        name: {
          en: 'SGD: the gradient; momentum of 0.9: up to ten of it; RMSProp and Adam: about ±1',
          'zh-CN': 'SGD 是梯度；动量 0.9 最多是十个梯度；RMSProp 和 Adam 大约是 ±1',
        },
        setting: 'optimizer',
      },
      { symbol: 'η', name: { en: 'learning rate', 'zh-CN': '学习率' }, setting: 'lr' },
      { symbol: 'w', name: { en: 'weight', 'zh-CN': '权重' } },
    ],
  },
  misconception: {
    belief: {
      en: 'Adam is the best optimizer.',
      'zh-CN': 'Adam 是最好的优化器。',
    },
    fact: {
      en: 'Adam forgives a rate that was not searched for. With its own best rate, each of the five learns this task.',
      'zh-CN': 'Adam 的好处是学习率不必细找。各用最好的学习率，五个都学得会这个任务。',
    },
  },
  sources: [
    {
      text: 'Deep Learning Tuning Playbook: choosing the optimizer',
      url: 'https://github.com/google-research/tuning_playbook',
    },
    { text: 'Choi et al. 2019, On Empirical Comparisons of Optimizers for Deep Learning' },
    { text: 'Hung-yi Lee, Optimization for Deep Learning' },
  ],
  breakIt: [
    {
      text: {
        en: 'All five at 0.01: which ranking does this give?',
        'zh-CN': '五个都用 0.01：这次名次如何？',
      },
      scene: 'preset=optimizer-race',
    },
    {
      text: {
        en: 'All five at 0.3, the best rate of SGD and Adagrad: who is ahead now?',
        'zh-CN': '五个都用 0.3，SGD 和 Adagrad 最好的学习率：现在谁领先？',
      },
      scene: 'preset=optimizer-race&lr=0.3',
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Find a rate for Nesterov that ends below 0.1.',
        'zh-CN': '给 Nesterov 找一个学习率，让验证损失降到 0.1 以下。',
      },
      scene: 'preset=tuned-optimizers&optimizer=nesterov&lr=0.01&compare=off',
    },
  ],
  teacher: {
    notes: {
      en: 'Hide the five tuned runs in the table at first, and let the class draw its conclusion from one rate. Then show them, and at the end all five at 0.3, where SGD and Adagrad win. It is a lesson about comparing, more than about optimizers.',
      'zh-CN':
        '先只给看学习率都是 0.03 的几个，让学生下结论，再给看调好的，最后看都用 0.3 的：SGD 和 Adagrad 赢了。这一课讲的与其说是优化器，不如说是怎样比较。',
    },
    timing: [
      { minute: 0, text: { en: 'All at 0.03: conclusions, vote.', 'zh-CN': '都用 0.03：下结论，投票。' } },
      { minute: 2, text: { en: 'Run all seven.', 'zh-CN': '七个一起运行。' } },
      {
        minute: 4,
        text: { en: 'What is a step of each, in words?', 'zh-CN': '用一句话说：每个优化器的一步是什么？' },
      },
      { minute: 7, text: { en: 'All at 0.3: the ranking turns over.', 'zh-CN': '都用 0.3：名次倒过来了。' } },
    ],
  },
  figureNames: {
    sgdLoss: { en: 'lowest validation loss, SGD at 0.3', 'zh-CN': '最低验证损失，SGD 0.3' },
    momentumLoss: { en: 'lowest validation loss, momentum at 0.03', 'zh-CN': '最低验证损失，动量法 0.03' },
    adagradLoss: { en: 'lowest validation loss, Adagrad at 0.3', 'zh-CN': '最低验证损失，Adagrad 0.3' },
    rmspropLoss: { en: 'lowest validation loss, RMSProp at 0.03', 'zh-CN': '最低验证损失，RMSProp 0.03' },
    adamLoss: { en: 'lowest validation loss, Adam at 0.03', 'zh-CN': '最低验证损失，Adam 0.03' },
    sameRateSgdLoss: { en: 'lowest validation loss, SGD at 0.03', 'zh-CN': '最低验证损失，SGD 0.03' },
    sameRateAdagradLoss: {
      en: 'lowest validation loss, Adagrad at 0.03',
      'zh-CN': '最低验证损失，Adagrad 0.03',
    },
  },
  judge(runs) {
    const [sgd, momentum, adagrad, rmsprop, adam, sgdAtOneRate, adagradAtOneRate] = runs.map(
      (run) => best(run).validation.loss,
    )
    const figures = {
      sgdLoss: sgd!,
      momentumLoss: momentum!,
      adagradLoss: adagrad!,
      rmspropLoss: rmsprop!,
      adamLoss: adam!,
      sameRateSgdLoss: sgdAtOneRate!,
      sameRateAdagradLoss: adagradAtOneRate!,
    }
    return {
      holds:
        Math.max(sgd!, momentum!, adagrad!, rmsprop!, adam!) <= 0.25 &&
        Math.min(sgdAtOneRate!, adagradAtOneRate!) >= 0.5,
      figures,
    }
  },
}
