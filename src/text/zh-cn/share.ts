import type { share as english } from '../en/share.ts'

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
    length: (characters) => `${characters} 个字符。`,
    long: '有些邮件和聊天软件会截断这么长的链接；用文件（导出）更稳妥。',
    tooLong: '太长，放不进链接：请把运行保存为 JSON（导出）。',
    noWeights: '这次运行没有带上权重：太多，放不进链接。',
    bringWeights: '在这里重新训练',
  },
}
