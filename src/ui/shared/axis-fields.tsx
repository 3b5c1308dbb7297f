/** One axis of a sweep's form: which setting varies, and its values as a list, as names to pick, or as a range. */
import { ChevronDown, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { isSetting } from '../../domain/settings/settings.ts'
import { type AxisKey, MOST_VALUES, sweepDefaults } from '../../domain/sweep/sweep.ts'
import type { AllMessages } from '../../text/messages.ts'
import { problemText } from '../../text/problems.ts'
import { axisName, axisValue } from '../../text/sweep-text.ts'
import { Segmented } from '../kit/segmented.tsx'
import { useAllText } from './app-context.tsx'
import css from './axis-fields.module.css'
import type { AxisDraft, AxisProblem, AxisRead } from './sweep-draft.ts'

interface SelectProps {
  readonly label: string
  readonly value: AxisKey | null
  readonly keys: readonly AxisKey[]
  readonly none?: string
  readonly onChange: (setting: AxisKey | null) => void
}

export function AxisSelect({ label, value, keys, none, onChange }: SelectProps) {
  const t = useAllText()
  const group = (name: string, of: readonly AxisKey[]) => (
    <optgroup label={name}>
      {of.map((key) => (
        <option key={key} value={key}>
          {axisName(key, t)}
        </option>
      ))}
    </optgroup>
  )
  return (
    <div className={css.select}>
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={({ target }) => onChange(keys.find((key) => key === target.value) ?? null)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {group(
          t.sweep.groups.capacity,
          keys.filter((key) => !isSetting(key)),
        )}
        {group(t.sweep.groups.settings, keys.filter(isSetting))}
      </select>
      <ChevronDown size={14} strokeWidth={1.5} aria-hidden="true" />
    </div>
  )
}

interface Props {
  readonly axis: AxisDraft
  readonly read: AxisRead
  readonly onChange: (axis: AxisDraft) => void
}

export function AxisFields({ axis, read, onChange }: Props) {
  const t = useAllText()
  const id = useId()
  const { choices } = sweepDefaults(axis.setting)
  const problem = read.problem && axisProblemText(read.problem, axis.setting, t)
  const asRange = axis.as === 'range' && choices === null
  return (
    <>
      {choices === null ? (
        <Segmented
          hideLabel
          size="small"
          label={t.sweep.as}
          value={axis.as}
          options={[
            { value: 'list', label: t.sweep.list },
            { value: 'range', label: t.sweep.range },
          ]}
          onChange={(as) => onChange({ ...axis, as })}
        />
      ) : (
        <Choices axis={axis} choices={choices} onChange={onChange} />
      )}
      {asRange && <RangeFields axis={axis} onChange={onChange} invalid={problem !== null} problemId={id} />}
      {!asRange && choices === null && (
        <input
          className={css.field}
          aria-label={t.sweep.values}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : id}
          autoComplete="off"
          spellCheck={false}
          value={axis.list}
          onChange={({ target }) => onChange({ ...axis, list: target.value })}
        />
      )}
      {asRange && read.values.length > 0 && (
        <p className={css.hint}>{read.values.map((value) => axisValue(axis.setting, value, t)).join('  ')}</p>
      )}
      {problem !== null && (
        <p className={css.problem} id={id} role="alert">
          <TriangleAlert size={12} aria-hidden="true" />
          {problem}
        </p>
      )}
    </>
  )
}

function Choices({ axis, choices, onChange }: Omit<Props, 'read'> & { choices: readonly string[] }) {
  const t = useAllText()
  const chosen = axis.list.split(' ').filter((value) => value !== '')
  const toggle = (value: string) => {
    const next = choices.filter((choice) => (choice === value) !== chosen.includes(choice))
    onChange({ ...axis, as: 'list', list: next.join(' ') })
  }
  return (
    <fieldset className={css.chips} aria-label={t.sweep.values}>
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          className={css.chip}
          aria-pressed={chosen.includes(choice)}
          onClick={() => toggle(choice)}
        >
          {axisValue(axis.setting, choice, t)}
        </button>
      ))}
    </fieldset>
  )
}

interface RangeProps extends Omit<Props, 'read'> {
  readonly invalid: boolean
  readonly problemId: string
}

function RangeFields({ axis, onChange, invalid, problemId }: RangeProps) {
  const t = useAllText()
  const fields = [
    ['from', t.sweep.from],
    ['to', t.sweep.to],
    ['count', t.sweep.count],
  ] as const
  return (
    <>
      <div className={css.range}>
        {fields.map(([key, label]) => (
          <label key={key}>
            <span>{label}</span>
            <input
              className={css.field}
              inputMode="decimal"
              autoComplete="off"
              aria-invalid={invalid}
              aria-describedby={invalid ? problemId : undefined}
              value={axis[key]}
              onChange={({ target }) => onChange({ ...axis, [key]: target.value })}
            />
          </label>
        ))}
      </div>
      <Segmented
        hideLabel
        size="small"
        label={t.sweep.spacing}
        value={axis.spacing}
        options={(['linear', 'log'] as const).map((value) => ({ value, label: t.sweep.spacings[value] }))}
        onChange={(spacing) => onChange({ ...axis, spacing })}
      />
    </>
  )
}

function axisProblemText(problem: AxisProblem, setting: AxisKey, t: AllMessages): string {
  const { problems } = t.sweep
  switch (problem.kind) {
    case 'unreadable':
      return problems.unreadable(problem.value)
    case 'unclear':
      return problems.unclear(problem.value)
    case 'invalid':
      return problems.invalid(axisValue(setting, problem.value, t), problemText(problem.problem, t))
    case 'tooMany':
      return problems.tooMany(MOST_VALUES)
    case 'count':
      return problems.count(MOST_VALUES)
    default:
      return problems[problem.kind]
  }
}
