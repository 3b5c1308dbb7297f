/** A row for each kind of setting: the kit's rows, wired to the draft. A control that a link hides is not there. */
import type { KnobKey } from '../../domain/settings/settings.ts'
import { setting } from '../../text/format.ts'
import { NumberRow } from '../kit/number-row.tsx'
import { SelectRow } from '../kit/select-row.tsx'
import { SliderRow } from '../kit/slider-row.tsx'
import type { SliderScale } from '../kit/slider-scale.ts'
import { SwitchRow } from '../kit/switch-row.tsx'
import { useText } from './app-context.tsx'
import { marks } from './marks.ts'
import css from './setting-rows.module.css'
import { useKnob } from './use-setting.ts'

/** Stands in for a control whose values run side by side. */
function LineupRow({ knob, label, count }: { knob: KnobKey; label: string; count: number }) {
  const t = useText()
  return (
    <p className={css.lineup} {...marks(knob)}>
      <span>{label}</span> {t.status.lineup(count)}
    </p>
  )
}

interface SliderProps {
  knob: KnobKey
  scale: SliderScale
  /** What may be typed, where that is more than the slider reaches. */
  limits?: readonly [number, number]
  format?: (value: number) => string
  disabled?: boolean
}

export function SliderKnob({ knob, format = setting, ...rest }: SliderProps) {
  const { hidden, lineup, ...props } = useKnob<number>(knob)
  if (lineup > 0) return <LineupRow knob={knob} label={props.label} count={lineup} />
  return hidden ? null : (
    <div {...marks(knob)}>
      <SliderRow {...props} {...rest} format={format} />
    </div>
  )
}

interface ChoiceProps<T extends string> {
  knob: KnobKey
  names: Readonly<Record<T, string>>
  /** Values on offer, all names if left out. */
  among?: readonly T[]
  /** Values under headings, in the order given. */
  groups?: {
    readonly of: Readonly<Record<string, readonly T[]>>
    readonly names: Readonly<Record<string, string>>
  }
}

export function ChoiceKnob<T extends string>({ knob, names, among, groups }: ChoiceProps<T>) {
  const { hidden, lineup, ...props } = useKnob<T>(knob)
  if (lineup > 0) return <LineupRow knob={knob} label={props.label} count={lineup} />
  const options = groups
    ? Object.entries(groups.of).flatMap(([key, values]) =>
        values.map((value) => ({ value, label: names[value], group: groups.names[key] ?? key })),
      )
    : (among ?? (Object.keys(names) as T[])).map((value) => ({ value, label: names[value] }))
  return hidden ? null : (
    <div {...marks(knob)}>
      <SelectRow {...props} options={options} />
    </div>
  )
}

export function SwitchKnob({ knob }: { knob: KnobKey }) {
  const { hidden, value, lineup, ...props } = useKnob<boolean>(knob)
  if (lineup > 0) return <LineupRow knob={knob} label={props.label} count={lineup} />
  return hidden ? null : (
    <div {...marks(knob)}>
      <SwitchRow {...props} checked={value} />
    </div>
  )
}

interface CountProps {
  knob: KnobKey
  min: number
  max: number
  action?: { label: string; onClick(): void }
}

export function CountKnob({ knob, ...rest }: CountProps) {
  const t = useText()
  const { hidden, problem: _, lineup, ...props } = useKnob<number>(knob)
  if (lineup > 0) return <LineupRow knob={knob} label={props.label} count={lineup} />
  const { label } = props
  return hidden ? null : (
    <div {...marks(knob)}>
      <NumberRow {...props} {...rest} decreaseLabel={t.decrease(label)} increaseLabel={t.increase(label)} />
    </div>
  )
}
