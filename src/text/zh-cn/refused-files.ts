import { DEEPEST, LARGEST_FILE, LARGEST_WEIGHTS } from '../../domain/run/record-problem.ts'
import type { refusedFiles as english } from '../en/refused-files.ts'
import { bytes } from '../format.ts'

export const refusedFiles: typeof english = {
  refusedFiles: {
    table: (why) => `这个表格无法使用：${why}。`,
    why: {
      foreign:
        '这个文件不是“拟合试衣间”写的。可以打开的有：运行和扫描（JSON）、曲线（CSV）、权重（safetensors），以及由这里导出的程序。要用来训练的表格，请在“数据”一栏选“你的表格”读入。',
      'run-table': '这是各次运行的汇总表，里面没有曲线。要打开运行，请选“导出”保存的 JSON。',
      'sweep-table': '这是一次扫描的汇总表。要打开扫描，请选与它一起保存的 JSON。',
      picture: '图片打不开；只有保存成 SVG 的曲线例外，它带着实验的链接。要打开运行，请选“导出”保存的 JSON。',
      'too-large': `内容太大，无法打开：运行文件最大 ${bytes(LARGEST_FILE)}，权重文件最大 ${bytes(LARGEST_WEIGHTS)}。`,
      'too-deep': `内容的括号嵌套超过 ${DEEPEST} 层，不会是“拟合试衣间”写出的文件，因此不再读取。`,
      unreadable: '无法读取，可能缺了一部分。请重新保存一次。',
      newer: '这是更新版本的拟合试衣间写的。请重新加载页面，当前页面可能已过时。',
      'not-runs': '其中没有运行，或者格式不是拟合试衣间写的。请选“导出”保存的 JSON。',
      'table-alone': '这个表格里没有实验，成不了运行。要用来训练的表格，请在“数据”一栏选“你的表格”读入。',
      'table-damaged': '表格里的曲线读不成一次运行：缺了几行，或者被别的程序改过。请从“导出”重新保存一次。',
      'weights-alone': '这些权重没有带上自己的运行。只有拟合试衣间写的文件才说明它们属于哪个实验。',
      'weights-damaged': '权重文件已损坏：文件头与数值对不上。',
      'weights-kind': '这些权重不是 32 位浮点数，这里只读这一种。',
      'sweep-damaged': '读不成一次扫描：它的定义或其中某次运行不是拟合试衣间写的格式。',
      'sweep-running': '扫描正在进行。请先停止它；打开另一个会丢掉它的运行。',
    },
  },
}
