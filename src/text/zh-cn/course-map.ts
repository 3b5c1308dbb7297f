import type { courseMap as english } from '../en/course-map.ts'

export const courseMap: typeof english = {
  courseMap: {
    title: '课程',
    lead: '面对任何一个正在训练的网络，先问两个问题，再看每种回答之后该怎么办。每条结论都是能在这里运行的测试。',
    start: '提问之前',
    training: '训练误差大吗？',
    validation: '验证误差大吗？',
    judging: '诚实地评判',
    yes: '大',
    no: '不大',
    branches: {
      start: '先会看曲线，先走通流程。',
      training: '连见过的数据都拟合不了。',
      validation: '见过的都会，没见过的不会。',
      judging: '看到好成绩，先别急着信。',
    },
    places: {
      start: '',
      capacity: '模型容量',
      steps: '步子大小',
      activation: '激活函数',
      optimizer: '优化器',
      loss: '损失函数',
      structure: '网络结构',
      overfitting: '看它发生',
      stop: '及时停下',
      penalty: '惩罚权重',
      dropout: '丢弃神经元',
      data: '更多数据',
      judging: '',
    },
    done: '已完成',
    progress: (done, of) => `已完成 ${done} / ${of}`,
    keys: '按键：空格运行，S 单步，R 重置，L 对数轴，V 实时，C 课程，? 解释当前控件。',
    close: '关闭',
  },
}
