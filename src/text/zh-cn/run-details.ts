import type { runDetails as english } from '../en/run-details.ts'
import { whole } from '../format.ts'

export const runDetails: typeof english = {
  status: {
    idle: (parameters, samples) => ({
      title: '准备就绪',
      text: `${parameters} 个参数，${samples} 个训练样本。网络还没有训练。`,
    }),
    waiting: { title: '载入数据', text: '数据一到就开始。' },
    warming: { title: '预热中', text: '在一台设备上第一次运行约需一秒，之后立即开始。' },
    running: (epoch) => ({ title: '训练中', text: `第 ${whole(epoch)} 轮已完成。` }),
    falling: '验证成绩仍在变好。',
    waitingFor: (wait) => `已有 ${whole(wait)} 轮没有更好的验证成绩。`,
    interrupted: (epoch) => ({
      title: `在第 ${whole(epoch)} 轮中断`,
      text: '这个运行训练时页面被关闭或刷新。可以从这里继续，结果与从未中断一样。',
    }),
    goOn: '继续训练',
    paused: (epoch) => ({
      title: `暂停在第 ${whole(epoch)} 轮`,
      text: '单步训练一轮；改动参数后会开始新的运行。',
    }),
    completed: (epoch) => ({ title: `${whole(epoch)} 轮全部完成`, text: '' }),
    earlyStopped: (epoch, patience) => ({
      title: `第 ${whole(epoch)} 轮早停`,
      text: `连续 ${whole(patience)} 轮没有更好的成绩。`,
    }),
    stopped: (epoch) => ({ title: `停在第 ${whole(epoch)} 轮`, text: '手动停止，曲线保留。' }),
    restored: (best) => `已恢复第 ${whole(best)} 轮的权重。`,
    notRestored: (best) => `最佳是第 ${whole(best)} 轮；现在是最后一轮的权重。`,
    diverged: (epoch) => `第 ${whole(epoch)} 轮发散`,
    divergedText: (rate) => `损失变成了 NaN 或无穷大。学习率 ${rate} 多半太大。此前的曲线保留。`,
    failed: {
      lost: (epoch) => ({
        title: `在第 ${whole(epoch)} 轮中断`,
        text: '负责训练的线程在十秒内停了两次。曲线保留；请重新运行，或换一个引擎。',
      }),
      engine: { title: '没有引擎', text: '指定的引擎在这里无法启动。' },
      memory: { title: '内存不足', text: '这台设备放不下这个网络。' },
      data: { title: '没有数据', text: '数据没有载入成功。' },
      bug: { title: '运行失败', text: '这是我们的错误。' },
    },
    onEngine: (engine) => `改用 ${engine} 继续`,
    onAutomatic: '由页面选择引擎',
    numbers: {
      train: '训练损失',
      validation: '验证损失',
      gap: '差距',
      epochs: {
        now: (epoch) => `目前，第 ${epoch} 轮`,
        last: (epoch) => `最后，第 ${epoch} 轮`,
        best: (epoch) => `最佳，第 ${epoch} 轮`,
        both: (epoch) => `最佳即最后，第 ${epoch} 轮`,
      },
    },
    comparison: (count) => `${count} 个值，并排`,
    patience: (wait, patience) => `耐心已用 ${whole(wait)} / ${whole(patience)}`,
    patienceLabel: '已用的耐心',
  },
  test: {
    title: '测试集',
    sealed: (count) => `${whole(count)} 个样本，训练和早停都没有见过。只在最后打开一次。`,
    notYet: '运行结束后才能打开。',
    open: '打开测试集',
    opening: '正在打开',
    loss: '测试损失',
    accuracy: '测试准确率',
    r2: '测试 R²',
    ofWeights: (epoch) => `用第 ${whole(epoch)} 轮的权重。`,
    count: (times) =>
      times === 1 ? '本页打开过 1 次。' : `本页打开过 ${times} 次：用它来挑选，它就成了验证集。`,
  },
  gradients: {
    title: '各层梯度',
    unit: '一般大小，对数刻度',
    unitHint: '一层全部权重的梯度的均方根（RMS）',
    label: (layers) => `${whole(layers)} 层各自梯度的均方根随轮数的变化，对数刻度`,
    layer: (number) => `第 ${number} 层`,
  },
  fit: {
    surface: '预测值',
    effects: '每个输入的权重',
    effectsLabel: '每个输入对输出的作用，圆圈是真实权重',
    rings: (count) => `圆圈 = 真正有用的 ${count} 个`,
    silent: (count, of) => `其余 ${of} 个中有 ${count} 个小于 0.01`,
    surfaceLabel: '平面上的预测值，以及训练点和验证点',
    confusion: '验证样本：真实类别与预测类别',
    truthRows: '真实',
    takenFor: '预测为',
    wrongSamples: (wrong, total, all) =>
      total === all
        ? `${whole(all)} 个验证样本中错 ${whole(wrong)} 个`
        : `${whole(all)} 个验证样本，看前 ${whole(total)} 个：错 ${whole(wrong)} 个`,
    shown: (count, all) => `${whole(all)} 个验证样本中的前 ${whole(count)} 个`,
    nothingYet: '还没有预测',
    trueValue: '真实值',
    predicted: '预测值',
    agreement: '验证样本的预测值与真实值；预测正确的点落在对角线上',
    boundary: '决策边界',
    curve: '拟合曲线',
    predictions: '预测',
    boundaryLabel: '决策边界与训练、验证数据点',
    curveLabel: '拟合曲线与训练、验证数据点',
    drawn: {
      train: (count, all) => `${whole(all)} 个训练点画出 ${whole(count)} 个`,
      validation: (count, all) => `${whole(all)} 个验证点画出 ${whole(count)} 个`,
    },
    hollow: '空心 = 验证',
    truth: '点线 = 无噪声',
    flipped: '带圈 = 标签被改',
    learnedByHeart: (count, asked, all) =>
      asked === all
        ? `${whole(all)} 个错误标签中记住了 ${whole(count)} 个。`
        : `${whole(all)} 个错误标签，看前 ${whole(asked)} 个：记住了 ${whole(count)} 个。`,
    best: (epoch) => `最佳 ${whole(epoch)}`,
    last: (epoch) => `最后 ${whole(epoch)}`,
    which: '显示的权重',
    wrong: (wrong, total, all) =>
      total === all
        ? `${whole(all)} 张验证图像中错 ${whole(wrong)} 张`
        : `${whole(all)} 张验证图像，看前 ${whole(total)} 张：错 ${whole(wrong)} 张`,
    untrained: '训练集中的样本',
    right: (truth) => `${truth}，预测正确`,
    mistaken: (truth, predicted, sure) => `${truth}，被认作 ${predicted}，把握 ${sure}`,
    plain: (truth) => truth,
  },
}
