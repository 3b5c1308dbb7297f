import { LOSSES, OPTIMIZERS, type OptimizerKind } from '../../domain/experiment/experiment.ts'
import { type OptimizerSetting, optimizerTraits } from '../../domain/experiment/optimizers.ts'
import { Segmented } from '../kit/segmented.tsx'
import type { SliderScale } from '../kit/slider-scale.ts'
import { Switch } from '../kit/switch.tsx'
import { useText } from '../shared/app-context.tsx'
import { marks } from '../shared/marks.ts'
import { ChoiceSetting, CountSetting, SliderSetting, SwitchSetting } from '../shared/setting-rows.tsx'
import { useSetting } from '../shared/use-setting.ts'
import type { PanelContents } from './panel-contents.ts'
import { penaltyScale, wholeScale } from './scales.ts'
import css from './settings-column.module.css'
import { useDraftSet } from './use-draft-set.ts'

const near1: SliderScale = { kind: 'linear', min: 0, max: 0.999, step: 0.001 }

export const optimizerPanel: PanelContents<'optimizer'> = {
  shown: {
    optimizer: CommonOptimizers,
    loss: Loss,
    lr: () => <SliderSetting setting="lr" scale={{ kind: 'log', min: 1e-5, max: 10 }} limits={[0, 1000]} />,
    batch: () => <SliderSetting setting="batch" scale={wholeScale(1, 1000)} limits={[1, 20_000]} />,
  },
  folded: {
    optimizer: AllOptimizers,
    momentum: () => <OwnSetting setting="momentum" scale={near1} />,
    rho: () => <OwnSetting setting="rho" scale={near1} />,
    beta1: () => <OwnSetting setting="beta1" scale={near1} />,
    beta2: () => (
      <OwnSetting
        setting="beta2"
        scale={{ kind: 'linear', min: 0, max: 0.999, step: 0.0001 }}
        limits={[0, 0.99999]}
      />
    ),
    accumulator: () => (
      <OwnSetting
        setting="accumulator"
        scale={{ kind: 'linear', min: 0, max: 1, step: 0.01 }}
        limits={[0, 1000]}
      />
    ),
    epsilon: () => (
      <OwnSetting setting="epsilon" scale={{ kind: 'log', min: 1e-8, max: 1 }} limits={[0, 1]} />
    ),
    'weight-decay': () => <OwnSetting setting="weight-decay" scale={penaltyScale} limits={[0, 10]} />,
    schedule: Schedule,
    'decay-rate': () => (
      <DecaySetting
        setting="decay-rate"
        scale={{ kind: 'linear', min: 0.05, max: 1, step: 0.05 }}
        limits={[1e-6, 1]}
      />
    ),
    'decay-every': () => (
      <DecaySetting setting="decay-every" scale={wholeScale(1, 1000)} limits={[1, 100_000]} />
    ),
    'clip-norm': ClipNorm,
    shuffle: () => <SwitchSetting setting="shuffle" />,
    'seed-training': () => <CountSetting setting="seed-training" min={0} max={2 ** 32 - 1} />,
  },
}

/** The five optimizers that fit one line; Nesterov and AdamW are in the list under More. */
const COMMON = ['sgd', 'momentum', 'adagrad', 'rmsprop', 'adam'] as const satisfies readonly OptimizerKind[]

/** The optimizer, if the line of five can show it. */
function commonOf({ value, comparison }: { readonly value: OptimizerKind; readonly comparison: number }) {
  return comparison > 0 ? undefined : COMMON.find((kind) => kind === value)
}

function CommonOptimizers() {
  const t = useText()
  const optimizer = useSetting<OptimizerKind>('optimizer')
  const common = commonOf(optimizer)
  if (optimizer.hidden) return null
  if (common === undefined)
    return <ChoiceSetting setting="optimizer" names={t.optimizers} among={OPTIMIZERS} />
  return (
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
  )
}

function AllOptimizers() {
  const t = useText()
  const common = commonOf(useSetting<OptimizerKind>('optimizer'))
  return common && <ChoiceSetting setting="optimizer" names={t.optimizers} among={OPTIMIZERS} />
}

function Loss() {
  const t = useText()
  const { task } = useDraftSet()
  return <ChoiceSetting setting="loss" names={t.losses} among={task === 'regression' ? ['mse'] : LOSSES} />
}

interface SliderProps<Setting> {
  readonly setting: Setting
  readonly scale: SliderScale
  readonly limits?: readonly [number, number]
}

/** A hyperparameter that only some optimizers have. */
function OwnSetting(props: SliderProps<OptimizerSetting>) {
  const { value: kind } = useSetting<OptimizerKind>('optimizer')
  return optimizerTraits(kind).settings.includes(props.setting) && <SliderSetting {...props} />
}

function Schedule() {
  const t = useText()
  return <ChoiceSetting setting="schedule" names={t.schedules} />
}

function DecaySetting(props: SliderProps<'decay-rate' | 'decay-every'>) {
  const { value: schedule } = useSetting<string>('schedule')
  return (schedule === 'step' || schedule === 'exponential') && <SliderSetting {...props} />
}

function ClipNorm() {
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
