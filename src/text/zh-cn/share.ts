import type { share as english } from '../en/share.ts'
import { whole } from '../format.ts'

export const share: typeof english = {
  share: {
    label: '分享',
    copied: '链接已复制',
    hint: '这个实验的链接，可以带上运行结果',
    failed: '浏览器不允许使用剪贴板，请从这里复制。',
    title: '分享链接',
    close: '关闭',
    copy: '复制链接',
    experiment: '只分享实验',
    experimentHint: '设置与种子。打开的人按“运行”，得到同样的曲线。',
    tableHint: '设置与种子，不含表格的数据：打开的人先读入同一个文件，再打开链接。',
    withRuns: (runs) => (runs === 0 ? '实验连同完成的运行' : `实验连同完成的 ${whole(runs)} 次运行`),
    withRunsHint: '还带上图中的曲线和网络学到的东西，不用再训练。',
    withoutWeightsHint:
      '还带上图中的曲线。网络学到的权重太多，放不进链接：打开的人要重新训练才能看到。文件（导出）则什么都不缺。',
    noRuns: '图中还没有完成的运行。',
    length: (characters) => `${characters} 个字符。`,
    long: '有些邮件和聊天软件会截断这么长的链接；用文件（导出）更稳妥。',
    tooLong: '太长，放不进链接：请把运行保存为 JSON（导出）。',
    noWeights: '这次运行没有带上权重：太多，放不进链接。',
    bringWeights: '在这里重新训练',
  },
}
