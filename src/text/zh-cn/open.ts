import { DEEPEST, LARGEST_FILE, LARGEST_WEIGHTS } from '../../domain/run/record-problem.ts'
import type { open as english } from '../en/open.ts'
import { bytes, whole } from '../format.ts'

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
    refusedTable: (why) => `这个表格无法使用：${why}。`,
    refused: {
      'too-large': `内容太大，无法打开：运行文件最大 ${bytes(LARGEST_FILE)}，权重文件最大 ${bytes(LARGEST_WEIGHTS)}。`,
      'too-deep': `内容的括号嵌套超过 ${DEEPEST} 层，不会是“拟合试衣间”写出的文件，因此不再读取。`,
      unreadable: '无法读取，可能缺了一部分。',
      newer: '这是更新版本的拟合试衣间写的，本版本读不了。',
      'not-runs': '其中没有运行，或者格式不是拟合试衣间写的。',
      'table-alone': '这个表格里没有实验，成不了运行。要用来训练的表格，请在“数据”一栏选“你的表格”读入。',
      'table-damaged': '表格里的曲线读不成一次运行：缺了几行，或者被别的程序改过。',
      'weights-alone': '这些权重没有带上自己的运行。只有拟合试衣间写的文件才说明它们属于哪个实验。',
      'weights-damaged': '权重文件已损坏：文件头与数值对不上。',
      'weights-kind': '这些权重不是 32 位浮点数，这里只读这一种。',
      'sweep-damaged': '读不成一次扫描：它的定义或其中某次运行不是拟合试衣间写的格式。',
      'sweep-running': '扫描正在进行。请先停止它；打开另一个会丢掉它的运行。',
    },
  },
}
