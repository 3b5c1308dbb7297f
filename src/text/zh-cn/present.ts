import type { present as english } from '../en/present.ts'

export const present: typeof english = {
  presenting: {
    title: '演示',
    controls: '控件',
    control: (number) => `第 ${number} 个控件的设置`,
    run: '运行或暂停',
    keep: '保留这次运行',
    kept: '这次运行已保留',
    choose: '选控件',
    adjust: '调节',
    step: '单步',
    reset: '重置',
    log: '对数轴',
    picture: '拟合图',
    verdict: '诊断',
    scenes: '换场景',
    told: (run, verdict) => `${run === null ? '' : `${run}：`}${verdict}。`,
    leave: '退出',
    answers: '按 Esc 回去作答',
  },
}
