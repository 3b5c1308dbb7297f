import type { live as english } from '../en/live.ts'
import { clock, percent, whole } from '../format.ts'

export const live: typeof english = {
  live: {
    name: '实时',
    hint: '每动一下控件，就把整个运行重新训练一遍',
    pauseHint: '控件可动，但不训练',
    resetHint: '回到基准的取值',
    secondsARun: (seconds) => `每次运行 ${seconds}`,
    baseline: '基准',
    baselineEnd: (value) => `基准 ${value}`,
    validationLoss: '验证损失',
    atBaseline: '这是基准。动一下控件，曲线就跟着变。',
    sameSeeds: '数据和种子与基准相同',
    changed: '已改动，未训练',
    effect: (epoch, share) => `第 ${whole(epoch)} 轮，是基准的 ${percent(share, 0)}`,
    unchanged: (epoch) => `第 ${whole(epoch)} 轮，没有可测的变化`,
    strip: {
      best: '最佳验证损失',
      last: '最后验证损失',
      other: '最佳或最后的验证损失',
      lowest: (value) => `${value} 处最低`,
      summary: (setting, values, lowest, at) =>
        `${setting}取 ${whole(values)} 个值时的验证损失；最低 ${lowest}，在 ${at} 处。`,
    },
    keep: '保留',
    kept: '已保留',
    enter: 'Enter',
    fiveSeeds: '×5 种子',
    fiveSeedsHint: '每次改动训练五个种子：线是中位数，带是最低到最高',
    next: '实时运行',
    row: '实时',
    notKept: '未保留',
    count: (runs) => `${whole(runs)} 个，另有实时的一个`,
    verdictOn: '对实时运行的判断',
    verdictOnFive: '对 5 个种子中位数的判断',
    train: '训练损失',
    validation: '验证损失',
    gap: '差距',
    lowest: '验证最低',
    at: (epoch) => `· ${whole(epoch)} 轮`,
    was: (text) => `原为 ${text}`,
    lowestSoFar: (of, loss, epoch) =>
      of === 'best'
        ? `目前最低：最佳验证损失 ${loss}，第 ${whole(epoch)} 轮`
        : `目前最低：最后验证损失 ${loss}`,
    set: '设为此值',
    slow: (seconds) => `一次运行约需 ${clock(seconds)}，跟不上手的动作。仅在实时中改用：`,
    limit: {
      epochs: (most) => `${whole(most)} 轮`,
      train: (most) => `${whole(most)} 个训练样本`,
    },
    limited: (limit) => `实时运行只用 ${limit}。`,
    unlimited: '按控件的值',
  },
}
