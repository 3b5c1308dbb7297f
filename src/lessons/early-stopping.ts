import { best, last } from './figures.ts'
import { i, o, row, subscript, under } from './formula.ts'
import type { Lesson } from './lesson.ts'

export const lesson: Lesson = {
  scene: 'preset=overfitting&compare=patience:off/20',
  opensTest: true,
  question: {
    text: {
      en: 'Validation loss is lowest at epoch 18, and patience is 20. When does training stop, and which weights are left?',
      'zh-CN': '验证损失在第 18 轮最低，耐心是 20。训练在第几轮停？留下的是哪一轮的权重？',
    },
    answers: [
      {
        text: { en: 'At epoch 18, those of epoch 18', 'zh-CN': '第 18 轮停，留第 18 轮的' },
        because: {
          en: 'At epoch 18 nobody knows yet that no better one will come. Patience is the time one waits to find out.',
          'zh-CN': '到第 18 轮时，谁也不知道后面有没有更好的。耐心就是为弄清这一点而等的轮数。',
        },
      },
      {
        text: { en: 'At epoch 38, those of epoch 38', 'zh-CN': '第 38 轮停，留第 38 轮的' },
        because: {
          en: 'It stops there, after 20 epochs without a better one. But those 20 are the ones that made it worse.',
          'zh-CN': '停是停在这里：连续 20 轮没有更好的。但网络正是在这 20 轮里变差的。',
        },
      },
      {
        text: { en: 'At epoch 38, those of epoch 18', 'zh-CN': '第 38 轮停，留第 18 轮的' },
        because: {
          en: 'The best weights were put aside at epoch 18 and are brought back at the end.',
          'zh-CN': '第 18 轮的最佳权重一直存着，停下时再恢复回来。',
        },
        right: true,
      },
    ],
  },
  look: [
    {
      view: 'curves',
      epochs: [1, 40],
      text: {
        en: 'Until the flag both runs are the same, to the last digit. One stops, the other goes on.',
        'zh-CN': '旗子之前，两次运行完全一样，一位小数都不差。之后一次停下，一次继续。',
      },
    },
    {
      view: 'curves',
      epochs: [40, 300],
      text: {
        en: 'What the full run still gains is training loss. Its validation loss only gets worse.',
        'zh-CN': '跑满的运行后来赚到的只是训练损失，验证损失越来越差。',
      },
    },
    {
      view: 'fit',
      text: {
        en: 'The weights that were brought back draw a plain boundary. At the last epoch it is full of islands.',
        'zh-CN': '恢复回来的权重画出的边界很干净；最后一轮的边界上满是小岛。',
      },
    },
  ],
  explanation: {
    en: [
      'Early epochs learn what both parts share, later ones the noise of the training points. **The number of epochs is therefore a dial for how much is learned**, and the validation loss says where to leave it.',
      'The curve wiggles, so the first rise means little. Patience says for how many epochs one waits for a new minimum. Too little stops at a wiggle; too much only costs time, since the best weights are kept anyway.',
      'The validation points have chosen the epoch, so their loss is slightly too good. Ask the test set how good the network is, once, after it has stopped.',
    ],
    'zh-CN': [
      '前几轮学的是两部分共有的规律，后来学的是训练点的噪声。**所以轮数就是一个旋钮，决定学多少**，验证损失告诉你该停在哪里。',
      '曲线会抖，第一次上升说明不了什么。耐心是为等一个新低点而愿意等的轮数。太小，抖一下就停了；太大，只是多花时间，反正最佳权重一直存着。',
      '停在哪一轮是验证点选出来的，所以验证损失会略微偏好。网络到底多好，停下以后问测试集，只问一次。',
    ],
  },
  formula: {
    of: row(
      subscript(i('t'), i('best')),
      o('='),
      under(o('arg min'), i('t')),
      subscript(i('L'), i('val')),
      o('('),
      i('t'),
      o(')'),
      o(','),
      subscript(i('t'), i('stop')),
      o('='),
      subscript(i('t'), i('best')),
      o('+'),
      i('P'),
    ),
    symbols: [
      {
        symbol: 'L',
        name: { en: 'loss of the validation part after an epoch', 'zh-CN': '一轮之后的验证损失' },
        setting: 'monitor',
      },
      { symbol: 't', name: { en: 'epoch', 'zh-CN': '轮' }, setting: 'epochs' },
      { symbol: 'P', name: { en: 'patience', 'zh-CN': '耐心' }, setting: 'patience' },
    ],
  },
  misconception: {
    belief: {
      en: 'Stop at the first rise of the validation loss.',
      'zh-CN': '验证损失一上升就该停。',
    },
    fact: {
      en: 'Every curve of mini-batches wiggles. Wait, and bring the best weights back.',
      'zh-CN': '小批量训练的曲线总会抖。等一等，再把最佳权重恢复回来。',
    },
  },
  sources: [
    { text: 'Prechelt, Early Stopping — But When?, 1998' },
    { text: 'Keras, EarlyStopping', url: 'https://keras.io/api/callbacks/early_stopping/' },
    { text: 'Hung-yi Lee, Tips for Training Deep Neural Networks' },
  ],
  breakIt: [
    {
      text: {
        en: 'Judge only every 20 epochs, with a patience of 2: what is lost?',
        'zh-CN': '每 20 轮才判断一次，耐心为 2：会损失什么？',
      },
      scene: 'preset=overfitting&patience=20&compare=stop-every:1/20;patience=2',
    },
    {
      text: {
        en: 'Patience 1, 5, 20, 80: which stops too early, which only takes longer?',
        'zh-CN': '耐心 1、5、20、80：哪个停早了？哪个只是多花时间？',
      },
      scene: 'preset=overfitting&compare=patience:1/5/20/80',
    },
    {
      text: {
        en: 'Stop, but keep the last weights',
        'zh-CN': '停下，但留着最后一轮的权重',
      },
      scene: 'preset=overfitting&patience=40&compare=restore-best:1/0',
    },
  ],
  nowYou: [
    {
      text: {
        en: 'Watch accuracy instead of loss. Does it stop at the same epoch? Which weights would you rather have?',
        'zh-CN': '改为监视准确率：会停在同一轮吗？你更想要哪一轮的权重？',
      },
      scene: 'preset=overfitting&patience=20&compare=monitor:validation-loss/validation-accuracy',
    },
    {
      text: {
        en: 'Smaller steps, larger batches: training stops later. Which is the smallest patience that still finds the same weights?',
        'zh-CN': '步子更小、批量更大，训练停得更晚。耐心最小取多少，找到的还是同一组权重？',
      },
      scene: 'preset=early-stopping',
    },
  ],
  teacher: {
    notes: {
      en: 'Pause at epoch 25 and ask whether to stop. Nobody can know; that is the reason for patience. Then run on.',
      'zh-CN': '在第 25 轮暂停，问要不要停。谁也说不准，这正是需要耐心的原因。然后继续。',
    },
    timing: [
      {
        minute: 0,
        text: {
          en: 'Last lesson’s curve: where would you have stopped?',
          'zh-CN': '上一课的曲线：你会停在哪里？',
        },
      },
      { minute: 1, text: { en: 'Vote, then run.', 'zh-CN': '投票，然后运行。' } },
      { minute: 3, text: { en: 'Patience 1 to 80, in pairs.', 'zh-CN': '耐心从 1 到 80，两人讨论。' } },
      {
        minute: 6,
        text: { en: 'Open the test set of both runs, once.', 'zh-CN': '打开两次运行的测试集，只打开一次。' },
      },
    ],
  },
  figureNames: {
    fullEpochs: { en: 'last epoch, no early stopping', 'zh-CN': '最后一轮，不早停' },
    stoppedEpoch: { en: 'last epoch, early stopping', 'zh-CN': '最后一轮，早停' },
    bestEpoch: { en: 'epoch of the restored weights', 'zh-CN': '恢复的权重来自第几轮' },
    fullTestLoss: { en: 'test loss, no early stopping', 'zh-CN': '测试损失，不早停' },
    stoppedTestLoss: { en: 'test loss, early stopping', 'zh-CN': '测试损失，早停' },
  },
  judge([full, stopped]) {
    const figures = {
      fullEpochs: last(full!).epoch,
      stoppedEpoch: last(stopped!).epoch,
      bestEpoch: best(stopped!).epoch,
      fullTestLoss: full!.test?.loss ?? Number.NaN,
      stoppedTestLoss: stopped!.test?.loss ?? Number.NaN,
    }
    return {
      holds:
        stopped!.outcome?.kind === 'early-stopped' &&
        figures.stoppedEpoch <= figures.fullEpochs / 3 &&
        figures.stoppedTestLoss <= figures.fullTestLoss / 2,
      figures,
    }
  },
}
