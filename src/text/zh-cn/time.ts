import type { time as english } from '../en/time.ts'
import { whole } from '../format.ts'

export const time: typeof english = {
  time: {
    title: '时间',
    slider: '各视图显示的轮次：方向键移动 1 轮，按住 Shift 移动 10 轮，B 从这里分支',
    epoch: (epoch) => `第 ${whole(epoch)} 轮`,
    of: (epochs) => `/ ${whole(epochs)} 轮`,
    play: '播放',
    pause: '停止播放',
    speed: '速度：×1 用十秒放完整个运行',
    speeds: (factor) => `×${factor}`,
    follow: '跟随训练',
    notKept: (asked, shown) => `第 ${whole(asked)} 轮没有保留：这是第 ${whole(shown)} 轮的权重。`,
    few: (epochs) => `这个运行只有第 ${epochs} 轮的权重。`,
    and: '、',
    comma: '、',
    again: '再训练一遍，看内部',
    tooLarge: '网络太大，无法保留更多。',
    branch: '从这里分支',
    branchHint: (until) => `从这些权重继续训练到第 ${whole(until)} 轮`,
    anew: (optimizer) => `${optimizer} 的平均量从头开始`,
    problems: {
      'other-network': '控件里的网络形状不同：先从这个运行分叉，再分支。',
      'cannot-run': '控件里的实验无法训练。',
      'no-epochs-left': '没有更晚的轮次了。',
    },
    edited: (weights) => `手动设置了 ${whole(weights)} 个权重`,
    undo: '撤销',
    from: (epoch) => `自第 ${whole(epoch)} 轮`,
    fromEdited: (epoch) => `自第 ${whole(epoch)} 轮，手改`,
    began: (run, epoch) => `从“${run}”第 ${whole(epoch)} 轮的权重开始。`,
    elsewhere: '不在这里的运行',
    beganEdited: (weights) => `其中 ${whole(weights)} 个是手动设置的。`,
    beganAnew: '优化器的平均量从头开始。',
    notFromSeed: '只凭种子无法重现它，所以不能靠再训练来核对。',
  },
}
