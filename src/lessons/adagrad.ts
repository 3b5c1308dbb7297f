import { median } from '../domain/numbers/median.ts'
import { firstStep, followPaths, type PathScene } from '../domain/optimizer-paths/paths.ts'
import { fraction, i, n, o, power, root, row, subscript, sum } from './formula.ts'
import type { Lesson, LessonRun } from './lesson.ts'

const NETWORK = 'preset=optimizer-race&lr=0.03'

const TARGET: PathScene = {
  surface: 'moving-target',
  start: [5],
  steps: 400,
  optimizers: [
    { kind: 'adagrad', learningRate: 0.5 },
    { kind: 'sgd', learningRate: 0.1 },
  ],
}

const RAVINE: PathScene = {
  surface: 'ravine',
  start: [-5, -2],
  steps: 20,
  optimizers: [
    { kind: 'sgd', learningRate: 0.4 },
    { kind: 'adagrad', learningRate: 0.4 },
    { kind: 'adagrad', learningRate: 2 },
  ],
}

/** How many times the output layer's updates of the first epoch are those of the last ten. */
function updatesShrink({ epochs }: LessonRun): number {
  const updates = epochs.map((row) => row.updates?.at(-1) ?? Number.NaN)
  return updates[0]! / median(updates.slice(-10))
}

export const lesson: Lesson = {
  scene: `${NETWORK}&compare=optimizer:sgd/adagrad`,
  surfaces: [TARGET, RAVINE],
  question: {
    text: {
      en: 'A minimum that Adagrad has found after some 60 steps jumps to another place at step 200. How long does it need to get there?',
      'zh-CN': 'Adagrad 用六十步左右找到最低点，第 200 步时，最低点跳到别处。它要多久才跟得上？',
    },
    answers: [
      {
        text: { en: 'Fewer steps: the new way is shorter', 'zh-CN': '更少：新的路更短' },
        because: {
          en: 'Shorter it is, 3 in place of 5. But all the gradients from before still make its steps small.',
          'zh-CN': '路确实短，3 而不是 5。可是以前的梯度全都记在账上，把步子压小了。',
        },
      },
      {
        text: { en: 'More steps, for a shorter way', 'zh-CN': '路更短，步数却更多' },
        because: {
          en: 'Its step is divided by the root of the sum of all squared gradients. A sum of squares never falls.',
          'zh-CN': '步子要除以全部梯度平方和的平方根，而平方和只增不减。',
        },
        right: true,
      },
      {
        text: { en: 'As many: each weight has its own rate', 'zh-CN': '一样多：每个权重有自己的学习率' },
        because: {
          en: 'Its own, yes, and each of them only ever falls.',
          'zh-CN': '是有自己的，但每一个都只降不升。',
        },
      },
    ],
  },
  look: [
    {
      view: 'optimizer',
      surface: 0,
      text: {
        en: 'Adagrad at 0.5 is near the target after 60 steps. After the jump it needs 89 for a shorter way; SGD, which remembers nothing, has no such trouble.',
        'zh-CN':
          'Adagrad（0.5）六十步就到了目标附近。跳走之后路更短，却要 89 步；SGD 什么都不记，没有这个麻烦。',
      },
    },
    {
      view: 'optimizer',
      surface: 1,
      text: {
        en: 'The ravine: SGD bounces between the walls. Adagrad divides each direction by its own gradients and goes down straight, at 0.4 too short, at 2 well.',
        'zh-CN': '狭谷：SGD 在两壁间来回弹。Adagrad 每个方向除以自己的梯度，走得笔直；0.4 步子太小，2 正好。',
      },
    },
    {
      view: 'gradients',
      text: {
        en: 'The network: its gradients jump about and do not die down. What has died down is the step, and the curve goes flat.',
        'zh-CN': '再看网络：梯度上上下下，一直没有消退。消退的是步子，曲线也就平了。',
      },
    },
  ],
  explanation: {
    en: [
      'Adagrad gives **every weight a step of its own**: the rate, divided by the root of the sum of all its squared gradients so far. A weight with large gradients moves carefully, one with small gradients boldly.',
      'In Lee’s form the rate falls as η/√t and the root is of the mean; √t cancels, and the same is left.',
      'For a steady gradient the step after t updates is η/√t: a tenth after 100, a hundredth after 10 000. **Where the valley is a bowl this is what one wants. Where the ground changes it stops too early.**',
    ],
    'zh-CN': [
      'Adagrad 给**每个权重自己的步长**：学习率除以它至今全部梯度平方和的平方根。梯度一直大的，走得小心；梯度一直小的，走得大胆。',
      '李宏毅的写法是学习率按 η/√t 下降，分母是均方根；√t 消掉以后，是同一个式子。',
      '梯度不变时，更新 t 次之后步长是 η/√t：100 次之后十分之一，一万次之后百分之一。**谷像一口碗，这正合适；地形会变，它就停得太早。**',
    ],
  },
  formula: {
    of: row(
      i('w'),
      o('←'),
      i('w'),
      o('−'),
      fraction(
        i('η'),
        root(
          row(i('ε'), o('+'), sum(row(i('k'), o('='), n(1)), i('t')), power(subscript(i('g'), i('k')), n(2))),
        ),
      ),
      i('g'),
    ),
    symbols: [
      { symbol: 'η', name: { en: 'learning rate', 'zh-CN': '学习率' }, setting: 'lr' },
      { symbol: 'g', name: { en: 'gradient of this weight', 'zh-CN': '这个权重的梯度' }, setting: 'batch' },
      { symbol: 't', name: { en: 'updates so far', 'zh-CN': '至今的更新次数' }, setting: 'epochs' },
      { symbol: 'k', name: { en: 'number of an update', 'zh-CN': '第几次更新' } },
      { symbol: 'ε', name: { en: 'keeps the root above 0', 'zh-CN': '不让分母为 0' }, setting: 'epsilon' },
      { symbol: 'w', name: { en: 'weight', 'zh-CN': '权重' } },
    ],
  },
  plots: [{ title: '1 / √t', of: (t) => 1 / Math.sqrt(t), from: 1, to: 100, mark: 100 }],
  misconception: {
    belief: {
      en: 'Adagrad adapts its rate, so one need not choose any.',
      'zh-CN': 'Adagrad 会自己调学习率，所以不用选。',
    },
    fact: {
      en: 'It adapts between weights. The size of all steps is still yours to choose, and usually larger than for Adam.',
      'zh-CN': '它调的是权重之间的比例。总的大小还得你来选，通常要比 Adam 的大。',
    },
  },
  sources: [
    { text: 'Duchi, Hazan, Singer 2011, Adaptive Subgradient Methods' },
    { text: 'Hung-yi Lee, Gradient Descent: Adagrad' },
    { text: 'Dive into Deep Learning: Adagrad', url: 'https://d2l.ai/chapter_optimization/adagrad.html' },
  ],
  breakIt: [
    {
      text: {
        en: 'Adagrad at 0.001, the default rate of Adam',
        'zh-CN': 'Adagrad 用 0.001，也就是 Adam 的默认学习率',
      },
      scene: `${NETWORK}&optimizer=adagrad&compare=lr:0.001/0.03/0.3`,
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Twice as many epochs, or ten times the rate: which helps Adagrad more?',
        'zh-CN': '轮数加倍，还是学习率大十倍：哪个对 Adagrad 更有用？',
      },
      scene: `${NETWORK}&optimizer=adagrad&compare=lr:0.03;epochs=120/0.3`,
    },
  ],
  teacher: {
    notes: {
      en: 'Do three steps by hand with gradients 2, 2, 2: the divisors are 2, 2.8, 3.5. Ask when the step will grow again. Never.',
      'zh-CN': '手算三步，梯度都是 2：分母是 2、2.8、3.5。问：步子什么时候会再变大？永远不会。',
    },
    timing: [
      { minute: 0, text: { en: 'Three steps by hand.', 'zh-CN': '手算三步。' } },
      { minute: 2, text: { en: 'The target that moves: vote.', 'zh-CN': '会动的目标：投票。' } },
      { minute: 4, text: { en: 'Ravine, then the network.', 'zh-CN': '狭谷，然后是网络。' } },
    ],
  },
  figureNames: {
    beforeSteps: { en: 'steps to the target, Adagrad', 'zh-CN': '走到目标的步数，Adagrad' },
    afterSteps: { en: 'steps after its jump, Adagrad', 'zh-CN': '目标跳走后的步数，Adagrad' },
    adagradUpdateFactor: {
      en: 'updates, epoch 1 over last 10, Adagrad',
      'zh-CN': '更新，第一轮 ÷ 最后十轮，Adagrad',
    },
    sgdUpdateFactor: { en: 'updates, epoch 1 over last 10, SGD', 'zh-CN': '更新，第一轮 ÷ 最后十轮，SGD' },
  },
  judge([sgd, adagrad]) {
    const [target] = followPaths(TARGET)
    const reached = firstStep(target!, ([w]) => Math.abs(w!) < 0.5) ?? Number.NaN
    const again = (firstStep(target!, ([w]) => Math.abs(w! - 3) < 0.3, 201) ?? Number.NaN) - 200
    const figures = {
      beforeSteps: reached,
      afterSteps: again,
      adagradUpdateFactor: updatesShrink(adagrad!),
      sgdUpdateFactor: updatesShrink(sgd!),
    }
    return {
      holds: again > reached && figures.adagradUpdateFactor >= 4 && figures.sgdUpdateFactor <= 3,
      figures,
    }
  },
}
