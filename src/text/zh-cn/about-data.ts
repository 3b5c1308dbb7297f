import type { aboutData as english } from '../en/about-data.ts'
import { whole } from '../format.ts'

export const aboutData: typeof english = {
  aboutData: {
    title: '关于数据',
    close: '关闭',
    groups: { real: '真实数据', generated: '现场生成', own: '你自己的' },
    facts: {
      samples: '样本',
      inputs: '输入',
      predicts: '预测',
      done: '处理',
      licence: '许可',
      source: '来源',
      cite: '引用',
    },
    anyNumber: '要多少有多少',
    series: (values) => `一条 ${whole(values)} 个数值的序列`,
    pixels: (height, width) => `${height} × ${width} 像素`,
    steps: (steps, features) =>
      features === 1 ? `${whole(steps)} 步` : `${whole(steps)} 步，每步 ${features} 个数`,
    number: '一个数值',
    publicDomain: '公有领域',
    code: 'MIT，与生成这些样本的本页代码相同',
    missing: (dropped, of) => `${whole(of)} 行中有 ${whole(dropped)} 行没有测量值，已去掉。`,
    complete: '没有缺失值。',
    target: '目标',
    picture: (set) => `${set}：几个样本`,
    done: {
      digits: '灰度由小数还原成字节；像素没有改动。',
      fashion: '取训练文件中每类的前 600 张；像素没有改动。',
      'digits-8x8': '像素没有改动。',
      'breast-cancer': '只做了打包。',
      wine: '三个类别在来源里只有编号，这里叫 cultivar 1 到 3（三个葡萄品种）。',
      penguins: '取了四项测量和物种。',
      diabetes: '原始单位，测得多少就是多少。',
      sunspots: '去掉了年份一列，顺序仍按年份。',
    },
    yours: '属于你。除非你分享，什么都不会离开这个页面。',
  },
}
