import type { data as english } from '../en/data.ts'
import { percent, whole } from '../format.ts'

export const data: typeof english = {
  data: {
    retry: '再试一次',
    floor: (level) => `没有模型能低于 ${level}。`,
  },
  ownData: {
    choose: '选择文件',
    change: '换一个表格',
    paste: '粘贴表格',
    pasteHint: '把从电子表格复制的行粘贴到这里',
    invite: 'CSV 或 TSV 文件，一行一个样本。文件不会离开这台电脑。',
    read: '读取',
    drop: '松开以读取文件',
    size: (rows, columns) => `${whole(rows)} 行，${whole(columns)} 列`,
    about: (rows, inputs, target) => `${whole(rows)} 行，${whole(inputs)} 个输入，预测“${target}”`,
    classes: (names) => `类别：${names}`,
    numbers: '数值',
    held: (rows) => `表格没有指定验证集，从训练行中取了 ${whole(rows)} 行，测试行不变。`,
    groups: {
      plane: '平面与曲线',
      regression: '回归',
      images: '图像',
      tables: '表格',
      sequences: '序列',
      own: '你自己的',
    },
    samples: {
      images: (count) => `${whole(count)} 张真实图像`,
      rows: (count) => `${whole(count)} 行真实数据`,
      windows: (count) => `真实序列的 ${whole(count)} 个窗口`,
    },
    loading: (set, share) => `正在载入 ${set}，${percent(share, 0)}`,
    failed: (set) => `${set} 没有载入成功。`,
    failedWhy: {
      unreachable: '连不上服务器，请检查网络。',
      missing: '服务器上没有这个文件；页面可能已过时，请重新加载。',
      damaged: '收到的内容有损坏。',
    },
    licences: {
      digits: 'MNIST：LeCun 与 Cortes，CC BY-SA 3.0',
      fashion: 'Zalando，MIT',
      'digits-8x8': 'UCI，CC BY 4.0',
      'breast-cancer': 'UCI，CC BY 4.0',
      wine: 'UCI，CC BY 4.0',
      penguins: 'Palmer Station LTER，CC0；已去掉有缺失值的行',
      diabetes: 'Efron 等，2004',
      sunspots: 'NOAA NGDC，公有领域',
    },
    pad: {
      label: '画板：方向键移动光标，回车加点，Delete 擦除',
      tool: '画',
      tools: { a: 'A 类', b: 'B 类', erase: '擦除' },
      count: (points) => `${whole(points)} 个点`,
      clear: '清空',
      undo: '撤销',
      full: (most) => `最多 ${whole(most)} 个点，擦去一些才能再画。`,
      ready: '从这里开始',
      drawings: { blobs: '两团', island: '孤岛', stripes: '条纹' },
    },
  },
}
