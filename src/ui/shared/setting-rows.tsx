/**
 * A row for each kind of setting: the kit's rows, connected to the draft. A control that a link hides is not rendered.
 */
import type { SettingKey } from '../../domain/settings/settings.ts'
import { settingNumber } from '../../text/format.ts'
import { NumberRow } from '../kit/number-row.tsx'
import { SelectRow } from '../kit/select-row.tsx'
import { SliderRow } from '../kit/slider-row.tsx'
import type { SliderScale } from '../kit/slider-scale.ts'
import { SwitchRow } from '../kit/switch-row.tsx'
import { useText } from './app-context.tsx'
import { LiveStrip } from './live-strip.tsx'
import { marks } from './marks.ts'
import css from './setting-rows.module.css'
import { useSetting } from './use-setting.ts'

/** Replaces a control whose setting is compared in several values. */
function LineupRow({ setting, label, count }: { setting: SettingKey; label: string; count: number }) {
  const t = useText()
  return (
    <p className={css.comparison} {...marks(setting)}>
      <span>{label}</span> <span className={css.values}>{t.status.comparison(count)}</span>
    </p>
  )
}

interface SliderProps {
  setting: SettingKey
  scale: SliderScale
  /** The range that may be typed, where it is wider than the slider's. */
  limits?: readonly [number, number]
  format?: (value: number) => string
  disabled?: boolean
}

export function SliderSetting({ setting, format = settingNumber, ...rest }: SliderProps) {
  const { hidden, comparison, ...props } = useSetting<number>(setting)
  if (comparison > 0) return <LineupRow setting={setting} label={props.label} count={comparison} />
  return hidden ? null : (
    <div {...marks(setting)}>
      <SliderRow {...props} {...rest} format={format} />
      <LiveStrip setting={setting} scale={rest.scale} format={format} />
    </div>
  )
}

interface ChoiceProps<T extends string, G extends string> {
  setting: SettingKey
  names: Readonly<Record<T, string>>
  /** The values on offer; all names of the setting if left out. */
  among?: readonly T[]
  /** Values under headings, in the given order. */
  groups?: {
    readonly of: Readonly<Record<G, readonly T[]>>
    readonly names: Readonly<Record<G, string>>
  }
}

export function ChoiceSetting<T extends string, G extends string = never>({
  setting,
  names,
  among,
  groups,
}: ChoiceProps<T, G>) {
  const { hidden, comparison, ...props } = useSetting<T>(setting)
  if (comparison > 0) return <LineupRow setting={setting} label={props.label} count={comparison} />
  const options = groups
    ? (Object.entries(groups.of) as [G, readonly T[]][]).flatMap(([key, values]) =>
        values.map((value) => ({ value, label: names[value], group: groups.names[key] })),
      )
    : (among ?? (Object.keys(names) as T[])).map((value) => ({ value, label: names[value] }))
  return hidden ? null : (
    <div {...marks(setting)}>
      <SelectRow {...props} options={options} />
    </div>
  )
}

export function SwitchSetting({ setting }: { setting: SettingKey }) {
  const { hidden, value, comparison, ...props } = useSetting<boolean>(setting)
  if (comparison > 0) return <LineupRow setting={setting} label={props.label} count={comparison} />
  return hidden ? null : (
    <div {...marks(setting)}>
      <SwitchRow {...props} checked={value} />
    </div>
  )
}

interface CountProps {
  setting: SettingKey
  min: number
  max: number
  action?: { label: string; onClick(): void }
}

export function CountSetting({ setting, ...rest }: CountProps) {
  const t = useText()
  const { hidden, problem: _, comparison, ...props } = useSetting<number>(setting)
  if (comparison > 0) return <LineupRow setting={setting} label={props.label} count={comparison} />
  const { label } = props
  return hidden ? null : (
    <div {...marks(setting)}>
      <NumberRow {...props} {...rest} decreaseLabel={t.decrease(label)} increaseLabel={t.increase(label)} />
    </div>
  )
}
