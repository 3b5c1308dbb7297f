/** The panels for training: regularization, optimizer, stopping. */
import { dataSet } from '../../domain/data/registry.ts'
import { LOSSES, MONITORS, OPTIMIZERS, type OptimizerKind } from '../../domain/experiment/experiment.ts'
import { type OptimizerSetting, optimizerTraits } from '../../domain/experiment/optimizers.ts'
import { Segmented } from '../kit/segmented.tsx'
import type { SliderScale } from '../kit/slider-scale.ts'
import { Switch } from '../kit/switch.tsx'
import { useAppState, useText } from '../shared/app-context.tsx'
import { marks } from '../shared/marks.ts'
import { More } from '../shared/more.tsx'
import { ChoiceSetting, CountSetting, SliderSetting, SwitchSetting } from '../shared/setting-rows.tsx'
import { useSetting } from '../shared/use-setting.ts'
import { foldedSettings } from './panels.ts'
import css from './settings-column.module.css'

const penalty: SliderScale = { kind: 'log', min: 1e-5, max: 1, zero: true }
const near1: SliderScale = { kind: 'linear', min: 0, max: 0.999, step: 0.001 }
const tiny: SliderScale = { kind: 'log', min: 1e-8, max: 1 }
const whole = (min: number, max: number): SliderScale => ({
  kind: 'log',
  min,
  max,
  whole: true,
  mantissas: [1, 1.5, 2, 3, 4, 5, 6, 8],
})

export function RegularizationPanel() {
  const penalized = useAppState(({ draft: { experiment, comparison } }) => {
    return experiment.regularization.l1 > 0 || comparison?.setting === 'l1'
  })
  return (
    <>
      <SliderSetting
        setting="dropout"
        scale={{ kind: 'linear', min: 0, max: 0.9, step: 0.01 }}
        limits={[0, 0.99]}
      />
      <SliderSetting setting="l1" scale={penalty} limits={[0, 10]} />
      {penalized && <SwitchSetting setting="proximal" />}
      <SliderSetting setting="l2" scale={penalty} limits={[0, 10]} />
    </>
  )
}

/** The five optimizers that fit one line; Nesterov and AdamW are in the list under More. */
const COMMON = ['sgd', 'momentum', 'adagrad', 'rmsprop', 'adam'] as const satisfies readonly OptimizerKind[]

export function OptimizerPanel() {
  const t = useText()
  const optimizer = useSetting<OptimizerKind>('optimizer')
  const common = optimizer.comparison > 0 ? undefined : COMMON.find((kind) => kind === optimizer.value)
  const task = useAppState(({ draft }) => dataSet(draft.experiment.data).task)
  return (
    <>
      {!optimizer.hidden &&
        (common ? (
          <div className={css.optimizers} {...marks('optimizer')}>
            <Segmented
              hideLabel
              label={optimizer.label}
              value={common}
              options={COMMON.map((kind) => ({ value: kind, label: t.optimizers[kind] }))}
              onChange={optimizer.onChange}
              size="small"
            />
          </div>
        ) : (
          <ChoiceSetting setting="optimizer" names={t.optimizers} among={OPTIMIZERS} />
        ))}
      <ChoiceSetting setting="loss" names={t.losses} among={task === 'regression' ? ['mse'] : LOSSES} />
      <SliderSetting setting="lr" scale={{ kind: 'log', min: 1e-5, max: 10 }} limits={[0, 1000]} />
      <SliderSetting setting="batch" scale={whole(1, 1000)} limits={[1, 20_000]} />
      <More settings={foldedSettings('optimizer')}>
        {common && <ChoiceSetting setting="optimizer" names={t.optimizers} among={OPTIMIZERS} />}
        <OwnSettings kind={optimizer.value} />
        <ScheduleSettings />
        <ClipSetting />
        <SwitchSetting setting="shuffle" />
        <CountSetting setting="seed-training" min={0} max={2 ** 32 - 1} />
      </More>
    </>
  )
}

const OWN_SETTINGS: Record<
  OptimizerSetting,
  { readonly scale: SliderScale; readonly limits?: readonly [number, number] }
> = {
  momentum: { scale: near1 },
  rho: { scale: near1 },
  beta1: { scale: near1 },
  beta2: { scale: { kind: 'linear', min: 0, max: 0.999, step: 0.0001 }, limits: [0, 0.99999] },
  epsilon: { scale: tiny, limits: [0, 1] },
  accumulator: { scale: { kind: 'linear', min: 0, max: 1, step: 0.01 }, limits: [0, 1000] },
  'weight-decay': { scale: penalty, limits: [0, 10] },
}

/** The hyper-parameters that the chosen optimizer has. */
function OwnSettings({ kind }: { kind: OptimizerKind }) {
  return optimizerTraits(kind).settings.map((setting) => (
    <SliderSetting key={setting} setting={setting} {...OWN_SETTINGS[setting]} />
  ))
}

function ScheduleSettings() {
  const t = useText()
  const { value: schedule } = useSetting<string>('schedule')
  return (
    <>
      <ChoiceSetting setting="schedule" names={t.schedules} />
      {(schedule === 'step' || schedule === 'exponential') && (
        <>
          <SliderSetting
            setting="decay-rate"
            scale={{ kind: 'linear', min: 0.05, max: 1, step: 0.05 }}
            limits={[1e-6, 1]}
          />
          <SliderSetting setting="decay-every" scale={whole(1, 1000)} limits={[1, 100_000]} />
        </>
      )}
    </>
  )
}

function ClipSetting() {
  const t = useText()
  const { value, hidden, onChange } = useSetting<number | null>('clip-norm')
  if (hidden) return null
  return (
    <>
      <div className={css.switchLine} {...marks('clip-norm')}>
        <Switch label={t.clip} checked={value !== null} onChange={(on) => onChange(on ? 1 : null)} />
      </div>
      {value !== null && (
        <SliderSetting
          setting="clip-norm"
          scale={{ kind: 'log', min: 0.01, max: 100 }}
          limits={[1e-9, 1e9]}
        />
      )}
    </>
  )
}

export function EarlyStoppingSwitch() {
  const t = useText()
  const on = useAppState(({ draft }) => draft.experiment.earlyStopping !== null)
  const { hidden, onChange } = useSetting<number | null>('patience')
  return hidden ? null : (
    <div {...marks('patience')}>
      <Switch label={t.earlyStopping} checked={on} onChange={(next) => onChange(next ? 20 : null)} />
    </div>
  )
}

export function StoppingPanel({ withSwitch = false }: { withSwitch?: boolean }) {
  const t = useText()
  const on = useAppState(({ draft }) => draft.experiment.earlyStopping !== null)
  const task = useAppState(({ draft }) => dataSet(draft.experiment.data).task)
  return (
    <>
      <SliderSetting setting="epochs" scale={whole(1, 10_000)} limits={[1, 100_000]} />
      {withSwitch && (
        <div className={css.switchLine}>
          <EarlyStoppingSwitch />
        </div>
      )}
      {on && (
        <>
          <SliderSetting setting="patience" scale={whole(1, 1000)} limits={[0, 100_000]} />
          <SwitchSetting setting="restore-best" />
          <More settings={foldedSettings('stopping')}>
            <ChoiceSetting
              setting="monitor"
              names={t.monitors}
              among={task === 'regression' ? ['validation-loss'] : MONITORS}
            />
            <SliderSetting
              setting="min-delta"
              scale={{ kind: 'log', min: 1e-5, max: 0.1, zero: true }}
              limits={[0, 1000]}
            />
            <SliderSetting
              setting="start-from"
              scale={{ kind: 'log', min: 1, max: 1000, zero: true, whole: true }}
              limits={[0, 100_000]}
            />
            <SliderSetting setting="stop-every" scale={whole(1, 100)} limits={[1, 100_000]} />
          </More>
        </>
      )}
    </>
  )
}
