import type { sweepControls as english } from '../en/sweep-controls.ts'

export const sweepControls: typeof english = {
  sweepControls: {
    view: '视图',
    runs: '运行',
    sweep: '扫描',
    going: (done) => `扫描 ${done}`,
    start: '开始扫描',
    controls: '扫描控制',
    pause: '暂停',
    resume: '继续',
    cancel: '停止',
  },
}
