import type { open as english } from '../en/open.ts'
import { whole } from '../format.ts'

export const open: typeof english = {
  home: {
    weights: '训练好的权重（safetensors，可再次打开）',
    loader: '在 Keras 中载入权重（Python）',
    curvesCsv: '本次运行的曲线（CSV，可再次打开）',
    open: '从文件打开运行或扫描…',
    openSweep: '从文件打开扫描…',
    openShort: '打开',
    sweepJson: '扫描及其结果（JSON，可再次打开）',
    stop: '。',
    rowsDropped: (rows) => `文件中有 ${whole(rows)} 行缺值，没有采用。`,
    rowsFilled: (rows) => `有 ${whole(rows)} 行的缺失值已补上。`,
    opening: (name) => (name === null ? '正在打开文件' : `正在打开“${name}”`),
    cancelOpening: '取消',
  },
}
