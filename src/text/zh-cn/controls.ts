import type { controls as english } from '../en/controls.ts'

export const controls: typeof english = {
  controls: {
    run: '运行',
    pause: '暂停',
    resume: '继续',
    warming: '预热中',
    loading: '载入数据',
    step: '单步',
    stop: '停止',
    reset: '重置',
    space: '空格',
    group: '训练',
    stepHint: '训练一轮',
    stopHint: '结束这次运行，曲线保留',
    resetHint: '回到同样的初始权重',
  },
  progress: {
    label: '训练进度',
    short: '轮',
    rate: (perSecond) => `${perSecond} 轮/秒`,
    rateShort: (perSecond) => `${perSecond} 轮/秒`,
    pace: '速度',
    paceHint: '运行最快能有多快：慢一些，便于看着曲线画出来',
    fullPace: '全速',
    fullShort: '全速',
    atMost: (perSecond) => `每秒最多 ${perSecond} 轮`,
    left: (time) => `还需 ${time}`,
    engine: '引擎',
    engineHint: '由谁来计算；选择从下一次运行起生效',
    trainedOn: {
      wasm: '在处理器上训练（WASM）',
      webgl: '在显卡上训练（WebGL）',
      cpu: '在处理器上训练（JavaScript）',
    },
    movedOn: (epoch, engine, quicker) =>
      `第 ${epoch} 轮：转到 ${engine} 继续${quicker === null ? '' : `，速度 ${quicker}`}`,
    engineOn: (engine, device) => `${engine}（${device}）`,
    engines: { auto: '自动', wasm: 'WASM', webgl: 'WebGL', cpu: 'CPU' },
    measured: (speeds) => `在此实测（轮/秒）：${speeds.join(' · ')}`,
    automatic: (engine) => `自动：${engine}`,
  },
}
