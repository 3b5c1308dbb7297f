import type { code as english } from '../en/code.ts'

export const code: typeof english = {
  drawer: {
    button: '代码',
    hint: '把实验写成程序',
    titles: { keras: 'Keras 代码', tfjs: 'TensorFlow.js 代码' },
    programs: '程序',
    names: { keras: 'Keras', tfjs: 'TensorFlow.js' },
    copy: '复制',
    copied: '已复制',
    notCopied: '浏览器不允许写入剪贴板。代码已选中，请用键盘复制。',
    download: (extension) => `存为 ${extension} 文件`,
    close: '关闭代码',
    linked: '代码随控件变化。指着一行，就能找到对应的控件。',
    follows: '代码随控件变化。',
  },
}
