import { ChevronDown } from 'lucide-react'
import { describedBy, Row } from './row.tsx'
import css from './select-row.module.css'

interface Option<T extends string> {
  value: T
  label: string
  group?: string
}

interface Props<T extends string> {
  id: string
  label: string
  value: T
  baseline: T
  /** Options of the same group are listed together under its name. */
  options: readonly Option<T>[]
  onChange(value: NoInfer<T>): void
  undoLabel: string
  hint?: string | undefined
  problem?: string | null
  disabled?: boolean
}

export function SelectRow<T extends string>(props: Props<T>) {
  const { id, label, value, baseline, options, onChange, undoLabel, hint, problem, disabled = false } = props
  return (
    <Row
      label={label}
      htmlFor={id}
      changed={value !== baseline}
      undoLabel={undoLabel}
      onUndo={() => onChange(baseline)}
      disabled={disabled}
      hint={hint}
      problem={problem}
    >
      <div className={css.box}>
        <select
          id={id}
          className={css.select}
          value={value}
          disabled={disabled}
          aria-invalid={Boolean(problem)}
          aria-describedby={describedBy(id, hint, problem)}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {groupsOf(options).map(([group, members]) =>
            group === undefined ? (
              <Options key="" of={members} />
            ) : (
              <optgroup key={group} label={group}>
                <Options of={members} />
              </optgroup>
            ),
          )}
        </select>
        <ChevronDown className={css.chevron} size={14} strokeWidth={1.5} aria-hidden="true" />
      </div>
    </Row>
  )
}

function Options<T extends string>({ of }: { of: readonly Option<T>[] }) {
  return of.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
}

function groupsOf<T extends string>(options: readonly Option<T>[]) {
  const names = [...new Set(options.map(({ group }) => group))]
  return names.map((name) => [name, options.filter(({ group }) => group === name)] as const)
}
