import type { exports as english } from '../en/export.ts'

export const exports: typeof english = {
  take: {
    title: '导出',
    svg: '曲线图（SVG）',
    png: '曲线图（PNG）',
    runJson: '本次运行（JSON，可再次打开）',
    runsJson: '所有运行（JSON，可再次打开）',
    keras: '把实验写成 Keras 程序（Python）',
    tableMarkdown: '运行表（Markdown）',
    tableCsv: '运行表（CSV）',
    tableLatex: '运行表（LaTeX）',
    columns: {
      name: '运行',
      verdict: '诊断',
      bestLoss: '最佳验证损失',
      bestEpoch: '最佳轮',
      train: '最终训练损失',
      validation: '最终验证损失',
      gap: '最终差距',
      test: '测试准确率（数值为损失）',
      epochs: '轮数',
      seconds: '秒',
      engine: '引擎',
    },
    storage: {
      full: '浏览器没有空间了：新的运行只在本页打开期间保留。',
      forbidden: '浏览器不允许本页保存内容：运行只在本页打开期间保留。',
    },
  },
  programs: {
    notebook: '把实验写成 Jupyter 笔记本（.ipynb）',
    tfjs: '把实验写成 TensorFlow.js 程序（.mjs）',
    table: '程序所读的数据表（JSON）',
    ray: '把扫描保存为 Ray Tune 脚本（Python）',
  },
}
