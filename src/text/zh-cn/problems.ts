import type { problems as english } from '../en/problems.ts'
import { bytes, settingNumber, whole } from '../format.ts'

export const problems: typeof english = {
  problems: {
    unknownKey: '不是一个设置',
    missing: '缺少',
    wrongType: (received) => `不能是“${received}”`,
    notOneOf: (received, choices) => `“${received}”不在可选值之中：${choices}`,
    tooSmall: (received, limit) => `${received} 低于最小值 ${settingNumber(limit)}`,
    tooLarge: (received, limit) => `${received} 超过最大值 ${settingNumber(limit)}`,
    notWhole: (received) => `${received} 不是整数`,
    lossNeedsClasses: (set) => `交叉熵需要类别，而 ${set} 是数值`,
    monitorNeedsClasses: (set) => `准确率需要类别，而 ${set} 是数值`,
    tooFewSamples: (available, left) => `共 ${whole(available)} 个样本，这一部分最多还剩 ${whole(left)} 个`,
    tooMuchMemory: (needed, budget) => `训练这个网络需要 ${bytes(needed)}，这台设备可用 ${bytes(budget)}`,
    modelNeedsImages: (set) => `卷积要看图像，而“${set}”不是图像`,
    modelNeedsSequences: (set) => `循环网络要读序列，而“${set}”不是序列`,
    activationNotHere: (model, choices) => `${model} 只能配 ${choices}`,
    pooledAway: (block, height, width) =>
      `第 ${block} 块池化不了剩下的 ${height} × ${width}；请减小池化，或减少前面的块`,
    layersMissing: (model) => `${model} 至少要有一层`,
    pointsMissing: (points, classes) =>
      classes < 2 && points > 0
        ? `${whole(points)} 个点都属于同一类；请再画几个另一类的点`
        : '请至少画三个点，两类都要有',
    pointsNotDrawn: (set) => `画出的点要配 data=drawn，而这里的数据是“${set}”`,
    tableGone: '页面上没有这张表格；请打开它的文件',
    tableShape: '表格由 inputs（每行若干数字）和 targets（每行一个目标）组成',
    tableEmpty: '表格没有行，或者没有数字列',
    tableTooFew: (rows) => `${rows} 行太少；每个部分至少要一行，共 3 行`,
    tableRagged: (row, found, expected) => `第 ${whole(row)} 行有 ${found} 个值，应为 ${expected} 个`,
    tableValue: (row, column, received) => `第 ${whole(row)} 行第 ${column} 列：“${received}”不是数字`,
    tableTarget: (row, received) => `第 ${whole(row)} 行：目标“${received}”不是数字`,
    tableTargets: (row, found) =>
      `第 ${whole(row)} 行${found === 0 ? '没有目标' : `有 ${found} 个目标`}；每行只能有一个，即一个数或一个类别名`,
    tableCounts: (inputs, targets) => `${whole(inputs)} 行输入与 ${whole(targets)} 个目标对不上`,
    tableOneClass: (name) => `每一行都属于“${name}”类，没有什么可以区分`,
    tableManyClasses: (classes, rows) =>
      `${whole(rows)} 行里有 ${whole(classes)} 个类别，学不到什么；请换一个目标，或把它当作数值`,
    tableConstant: (column) => `“${column}”列每行都一样；请去掉它`,
    tableTooLarge: (rows, columns) =>
      `${whole(rows)} 行 × ${whole(columns)} 列超过了 50 000 × 200；请只取一部分`,
    tablePart: (row, received) => `第 ${whole(row)} 行：“${received}”不是 train、validation 或 test`,
    tablePartEmpty: (part) => `没有任何行属于“${part}”部分`,
    unreadable: '无法读取',
  },
}
