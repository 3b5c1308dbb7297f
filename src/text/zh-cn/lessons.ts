import type { lessons as english } from '../en/lessons.ts'

export const lessons: typeof english = {
  lessons: {
    list: {
      'overfitting-over-time': {
        title: '过拟合是慢慢发生的',
        claim: '训练得太久，网络会把错误的标签也学进去：训练损失降到噪声下限以下，验证损失却涨到两倍以上。',
      },
    },
  },
}
