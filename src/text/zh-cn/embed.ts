import type { embed as english } from '../en/embed.ts'
import { whole } from '../format.ts'

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
      /** What each link holds. */
      links: {
        experimentHint: '设置与种子。打开的人按“运行”，得到同样的曲线。',
        withRuns: (runs) => (runs === 0 ? '实验连同完成的运行' : `实验连同完成的 ${whole(runs)} 次运行`),
        withRunsHint: '还带上图中的曲线和网络学到的东西，不用再训练。',
        withoutWeightsHint:
          '还带上图中的曲线。网络学到的权重太多，放不进链接：打开的人要重新训练才能看到。文件（导出）则什么都不缺。',
        noRuns: '图中还没有完成的运行。',
        tableHint: '设置与种子，不含表格的数据：打开的人先读入同一个文件，再打开链接。',
      },
      table: '自己的表格数据只留在这台电脑上：放进别的网页后，这个实验就没有数据了。',
    },
  },
}
