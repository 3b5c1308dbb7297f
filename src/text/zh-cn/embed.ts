import type { embed as english } from '../en/embed.ts'

export const embed: typeof english = {
  embed: {
    title: '实验',
    open: '在拟合试衣间中打开',
    openHint: '在新标签页中打开同样的设置，功能齐全',
    pressRun: '点“运行”',
    pictures: '图',
    share: {
      title: '嵌入自己的网页',
      about: '放进课程网页的 HTML：曲线、诊断，以及自选的三个控件。',
      control: (number) => `第 ${number} 个控件`,
      none: '无',
      starts: '进入视野后自动开始训练',
      copy: '复制 HTML',
      copied: 'HTML 已复制',
      frame: (scene) => `拟合试衣间：${scene}`,
      table: '自己的表格数据只留在这台电脑上：放进别的网页后，这个实验就没有数据了。',
    },
  },
}
