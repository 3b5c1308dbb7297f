import type { drawing as english } from '../en/drawing.ts'

export const drawing: typeof english = {
  drawing: {
    title: '手写一个数字',
    pad: '手写板：按住指针书写，或用方向键移动笔，按回车落笔、抬笔',
    penDown: '已落笔。',
    penUp: '已抬笔。',
    undo: '撤销一笔',
    clear: '清空',
    hint: '用指针或手指写一个 0 到 9 的数字。',
    answer: (digit, sure) => `网络说是 ${digit}，把握 ${sure}。`,
    waiting: '网络还没有回答。',
    given: '网络看到的图像',
    chances: '每个数字的概率',
    digit: '数字',
    probability: '概率',
    about: [
      '笔迹按原比例缩放到 20 × 20 像素，再放进 28 × 28，使质心位于正中：MNIST 的数字就是这样制作的。',
      '概率来自当前所示权重的网络，Dropout 关闭。',
    ],
  },
}
