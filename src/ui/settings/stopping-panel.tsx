import { MONITORS } from '../../domain/experiment/experiment.ts'
import { Switch } from '../kit/switch.tsx'
import { useAppState, useText } from '../shared/app-context.tsx'
import { marks } from '../shared/marks.ts'
import { ChoiceSetting, SliderSetting, SwitchSetting } from '../shared/setting-rows.tsx'
import { useSetting } from '../shared/use-setting.ts'
import type { PanelContents } from './panel-contents.ts'
import { wholeScale } from './scales.ts'
import css from './settings-column.module.css'
import { useDraftSet } from './use-draft-set.ts'

export const stoppingPanel: PanelContents<'stopping'> = {
  shown: {
    epochs: () => <SliderSetting setting="epochs" scale={wholeScale(1, 10_000)} limits={[1, 100_000]} />,
    patience: Patience,
    'restore-best': RestoreBest,
  },
  foldedApply: ({ earlyStopping }) => earlyStopping !== null,
  folded: {
    monitor: Monitor,
    'min-delta': () => (
      <SliderSetting
        setting="min-delta"
        scale={{ kind: 'log', min: 1e-5, max: 0.1, zero: true }}
        limits={[0, 1000]}
      />
    ),
    'start-from': () => (
      <SliderSetting
        setting="start-from"
        scale={{ kind: 'log', min: 1, max: 1000, zero: true, whole: true }}
        limits={[0, 100_000]}
      />
    ),
    'stop-every': () => (
      <SliderSetting setting="stop-every" scale={wholeScale(1, 100)} limits={[1, 100_000]} />
    ),
  },
}

const useStopsEarly = () => useAppState(({ draft }) => draft.experiment.earlyStopping !== null)

export function EarlyStoppingSwitch() {
  const t = useText()
  const on = useStopsEarly()
  const { hidden, onChange } = useSetting<number | null>('patience')
  return hidden ? null : (
    <div {...marks('patience')}>
      <Switch label={t.earlyStopping} checked={on} onChange={(next) => onChange(next ? 20 : null)} />
    </div>
  )
}

function Patience({ titled }: { titled: boolean }) {
  const on = useStopsEarly()
  return (
    <>
      {!titled && (
        <div className={css.switchLine}>
          <EarlyStoppingSwitch />
        </div>
      )}
      {on && <SliderSetting setting="patience" scale={wholeScale(1, 1000)} limits={[0, 100_000]} />}
    </>
  )
}

function RestoreBest() {
  return useStopsEarly() && <SwitchSetting setting="restore-best" />
}

function Monitor() {
  const t = useText()
  const { task } = useDraftSet()
  return (
    <ChoiceSetting
      setting="monitor"
      names={t.monitors}
      among={task === 'regression' ? ['validation-loss'] : MONITORS}
    />
  )
}
