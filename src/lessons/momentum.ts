import type { PathScene } from '../domain/optimizer-paths/paths.ts'
import { best, lossesAtTheEnd } from './figures.ts'
import { i, o, row } from './formula.ts'
import type { Lesson } from './lesson.ts'

const NETWORK = 'preset=optimizer-race&lr=0.03'

const RAVINE: PathScene = {
  surface: 'ravine',
  start: [-5, -2],
  steps: 20,
  optimizers: [
    { kind: 'sgd', learningRate: 0.6 },
    { kind: 'momentum', learningRate: 0.6, momentum: 0.5 },
    { kind: 'momentum', learningRate: 0.1, momentum: 0.9 },
  ],
}

const WELL: PathScene = {
  surface: 'double-well',
  start: [1.8],
  steps: 400,
  optimizers: [
    { kind: 'momentum', learningRate: 0.02, momentum: 0.8 },
    { kind: 'momentum', learningRate: 0.02, momentum: 0.9 },
  ],
}

export const lesson: Lesson = {
  scene: `${NETWORK}&compare=optimizer:sgd/momentum/sgd;lr=0.3`,
  surfaces: [RAVINE, WELL],
  question: {
    text: {
      en: 'In the ravine SGD at a rate of 0.6 flies out. The same rate with a momentum of 0.5 added:',
      'zh-CN': '在狭谷里，SGD 用学习率 0.6 会飞出去。学习率不变，加上 0.5 的动量：',
    },
    answers: [
      {
        text: { en: 'Flies out sooner: more speed', 'zh-CN': '飞得更快：速度更大' },
        because: {
          en: 'Across the ravine the gradients change sign at every step. Added up they cancel, so the speed across falls.',
          'zh-CN': '横着狭谷的方向，梯度每一步都变号，加起来互相抵消，速度反而变小。',
        },
      },
      {
        text: { en: 'Flies out just the same', 'zh-CN': '照样飞出去' },
        because: {
          en: 'The limit of the rate is 2/λ without momentum and (2 + 2μ)/λ with it: 0.5 and 0.75 here.',
          'zh-CN': '没有动量，学习率的上限是 2/λ；有动量是 (2 + 2μ)/λ。这里分别是 0.5 和 0.75。',
        },
      },
      {
        text: { en: 'Arrives', 'zh-CN': '能到谷底' },
        because: {
          en: 'Across, steps of opposite signs cancel; along, they add up. Both are what a ravine needs.',
          'zh-CN': '横向的步子正负相消，顺着谷底的步子越加越大。狭谷要的正是这两样。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'optimizer',
      surface: 0,
      text: {
        en: 'At 0.6 SGD bounces higher each time, momentum of 0.5 settles in the middle. At 0.1 with 0.9 it goes along smoothly, and past the goal.',
        'zh-CN': '学习率 0.6，SGD 越弹越高，加上 0.5 的动量就落到中间。0.1 配 0.9 走得平稳，但会冲过头。',
      },
    },
    {
      view: 'optimizer',
      surface: 1,
      text: {
        en: 'Two wells: with 0.9 it rolls over the hill into the deep one, with 0.8 it does not. Where it ends is luck as much as merit.',
        'zh-CN': '两个坑：动量 0.9 滚过小山，进了深的坑；0.8 就滚不过去。停在哪里，一半靠运气。',
      },
    },
    {
      view: 'curves',
      text: {
        en: 'On the spiral at one rate, 0.03: SGD has hardly begun, momentum has learned it. SGD at 0.3 learns it as well.',
        'zh-CN': '螺旋，学习率都是 0.03：SGD 才刚开始，带动量的已经学会。SGD 用 0.3 也学得会。',
      },
    },
  ],
  explanation: {
    en: [
      'Momentum keeps a velocity v: a share μ of the last step, less the new gradient times the rate. **A ball has it, and SGD has not.**',
      'In a direction in which the gradient stays the same the steps add up to 1/(1 − μ) of one: ten times as long at μ = 0.9. Where it changes sign they cancel.',
      'So momentum at 0.03 goes down a steady slope like SGD at 0.3; the third run shows it. Its own merit is that it does so in the flat directions without bouncing in the steep ones.',
    ],
    'zh-CN': [
      '动量法记着一个速度 v：上一步的 μ 倍，减去学习率乘以新的梯度。**球有动量，SGD 没有。**',
      '某个方向上梯度一直不变，步子就累加到 1/(1 − μ) 倍：μ = 0.9 时是十倍。梯度变号的方向，则互相抵消。',
      '所以 0.03 的动量法，在稳定的坡上和 0.3 的 SGD 走得一样快，第三次运行就是证明。它真正的长处是：平的方向上走得快，陡的方向上又不乱弹。',
    ],
  },
  formula: {
    of: row(
      i('v'),
      o('←'),
      i('μ'),
      i('v'),
      o('−'),
      i('η'),
      i('g'),
      o(','),
      i('w'),
      o('←'),
      i('w'),
      o('+'),
      i('v'),
    ),
    symbols: [
      { symbol: 'v', name: { en: 'velocity, 0 at the start', 'zh-CN': '速度，开始时为 0' } },
      { symbol: 'μ', name: { en: 'momentum', 'zh-CN': '动量系数' }, setting: 'momentum' },
      { symbol: 'η', name: { en: 'learning rate', 'zh-CN': '学习率' }, setting: 'lr' },
      { symbol: 'g', name: { en: 'gradient of the mini-batch', 'zh-CN': '这一批的梯度' }, setting: 'batch' },
      { symbol: 'w', name: { en: 'weight', 'zh-CN': '权重' } },
    ],
  },
  plots: [{ title: '1 / (1 − μ)', of: (mu) => 1 / (1 - mu), from: 0, to: 0.95, mark: 0.9 }],
  misconception: {
    belief: {
      en: 'Momentum finds the global minimum.',
      'zh-CN': '动量能找到全局最小值。',
    },
    fact: {
      en: 'It can roll out of a shallow well, and out of a deep one as well.',
      'zh-CN': '它能从浅坑里滚出来，也能从深坑里滚出来。',
    },
  },
  sources: [
    { text: 'Hung-yi Lee, When Gradient Is Small: Batch and Momentum' },
    { text: 'Goh 2017, Why Momentum Really Works', url: 'https://distill.pub/2017/momentum/' },
    { text: 'Dive into Deep Learning: Momentum', url: 'https://d2l.ai/chapter_optimization/momentum.html' },
  ],
  breakIt: [
    {
      text: {
        en: 'Momentum of 0, 0.5, 0.9 and 0.99 at one rate',
        'zh-CN': '学习率相同，动量为 0、0.5、0.9、0.99',
      },
      scene: `${NETWORK}&optimizer=momentum&compare=momentum:0/0.5/0.9/0.99`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Does Nesterov look ahead to any profit here?',
        'zh-CN': 'Nesterov 会往前看一步，在这里有好处吗？',
      },
      scene: `${NETWORK}&compare=optimizer:momentum/nesterov`,
    },
  ],
  teacher: {
    notes: {
      en: 'Vote on the ravine, since it can be drawn and computed. With the third run keep the class from concluding that momentum is magic: on a steady slope it is a larger rate.',
      'zh-CN':
        '投票用狭谷，因为画得出来，也算得出来。借第三次运行让学生明白，动量不是魔法：在稳定的坡上，它就是更大的学习率。',
    },
    timing: [
      { minute: 0, text: { en: 'Ravine at 0.6: vote.', 'zh-CN': '狭谷，学习率 0.6：投票。' } },
      { minute: 2, text: { en: 'Follow both paths step by step.', 'zh-CN': '一步一步看两条路径。' } },
      {
        minute: 4,
        text: {
          en: 'Run the spiral: first two, then all three.',
          'zh-CN': '运行螺旋：先看前两个，再看三个。',
        },
      },
    ],
  },
  figureNames: {
    sgdLoss: { en: 'lowest validation loss, SGD at 0.03', 'zh-CN': '最低验证损失，SGD 0.03' },
    momentumLoss: { en: 'lowest validation loss, momentum at 0.03', 'zh-CN': '最低验证损失，动量法 0.03' },
    largeRateSgdLoss: { en: 'lowest validation loss, SGD at 0.3', 'zh-CN': '最低验证损失，SGD 0.3' },
    ravineSgdLoss: { en: 'last loss in the ravine, SGD', 'zh-CN': '狭谷里最后的损失，SGD' },
    ravineMomentumLoss: {
      en: 'last loss in the ravine, momentum 0.5',
      'zh-CN': '狭谷里最后的损失，动量 0.5',
    },
    wellSmallMomentumLoss: {
      en: 'last loss in the double well, momentum 0.8',
      'zh-CN': '双势阱里最后的损失，动量 0.8',
    },
    wellLargeMomentumLoss: {
      en: 'last loss in the double well, momentum 0.9',
      'zh-CN': '双势阱里最后的损失，动量 0.9',
    },
  },
  judge([sgd, momentum, faster]) {
    const lowest = (run: typeof sgd) => best(run!).validation.loss
    const [ravineSgdLoss, ravineMomentumLoss] = lossesAtTheEnd(RAVINE)
    const [shallow, deep] = lossesAtTheEnd(WELL)
    const figures = {
      sgdLoss: lowest(sgd),
      momentumLoss: lowest(momentum),
      largeRateSgdLoss: lowest(faster),
      ravineSgdLoss: ravineSgdLoss!,
      ravineMomentumLoss: ravineMomentumLoss!,
      wellSmallMomentumLoss: shallow!,
      wellLargeMomentumLoss: deep!,
    }
    return {
      holds:
        figures.sgdLoss >= 0.5 &&
        figures.momentumLoss <= 0.25 &&
        figures.largeRateSgdLoss <= 0.25 &&
        figures.ravineSgdLoss > 1e6 &&
        figures.ravineMomentumLoss < 1e-4 &&
        figures.wellSmallMomentumLoss > -0.2 &&
        figures.wellLargeMomentumLoss < -0.35,
      figures,
    }
  },
}
