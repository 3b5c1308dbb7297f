import type { page as english } from '../en/page.ts'

export const page: typeof english = {
  name: '拟合试衣间',
  tagline: '看一个网络合身、太紧，还是撑不起来。',
  language: '语言',
  theme: { toDark: '深色', toLight: '浅色' },
  present: '演示',
  presentHint: '放大一张图，供课堂投影',
  withKey: (hint, key) => `${hint}（${key}）`,
  dismiss: '知道了',
  gap: '',
  notices: {
    live: '实时模式未能加载。请检查网络连接，再重新打开。',
    link: '链接中有几处无法使用，已用默认值代替：',
    unavailable: (from, to) => `这里不能使用 ${from}，改用 ${to} 训练。结果相同（仅舍入误差）。`,
    noSimd: (to) => `此浏览器没有 WebAssembly SIMD，改用 ${to} 训练。结果相同（仅舍入误差），只是慢一些。`,
    lost: (to) => `图形设备停止了工作。训练从上一个检查点起用 ${to} 继续。`,
    language: '另一种语言未能加载。请检查网络，然后再选一次。',
    noEngine:
      '这里无法训练：浏览器没有启动本页的后台线程（Worker）。请重新加载页面；如果仍然不行，请在内容拦截或隐私设置中允许本页使用 Worker，或换一个浏览器打开。',
  },
  notLoaded: '页面的这一部分未能加载。',
  crash: {
    title: '出错了',
    text: '这是我们的错误。实验保存在链接里，重新载入只会丢失运行记录。',
    reload: '重新载入',
  },
}
