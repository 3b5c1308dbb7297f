import type { CSSProperties, KeyboardEvent } from 'react'
import fieldCss from './field.module.css'
import { describedBy, Row } from './row.tsx'
import css from './slider-row.module.css'
import {
  bounds,
  isWhole,
  POSITIONS,
  pageOf,
  type SliderScale,
  stepBy,
  toPosition,
  toValue,
} from './slider-scale.ts'
import { useTyped } from './use-typed.ts'

interface Props {
  id: string
  label: string
  value: number
  baseline: number
  scale: SliderScale
  /** The range that may be typed, where it is wider than the slider's. */
  limits?: readonly [number, number]
  format(value: number): string
  onChange(value: number): void
  /** Called once the value has settled: after a drag, a key, a typed value or an undo. */
  onCommit?(): void
  undoLabel: string
  hint?: string | undefined
  /** A problem; the row shows it and marks the field as long as it is given. */
  problem?: string | null
  disabled?: boolean
}

export function SliderRow(props: Props) {
  const { id, label, value, baseline, scale, format, onChange, onCommit, disabled = false } = props
  const [low, high] = props.limits ?? bounds(scale)

  const change = (next: number) => {
    if (next !== value) onChange(next)
  }
  const settle = (next: number) => {
    change(next)
    onCommit?.()
  }
  const typed = useTyped({
    shown: format(value),
    limits: { low, high, whole: isWhole(scale) },
    onValue: settle,
    onStep: (steps) => settle(stepBy(scale, value, steps)),
  })

  // The browser's own step is a thousandth of the track and would be lost in snapping, so keys move by
  // allowed values.
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = keySteps(event.key, pageOf(scale))
    if (steps === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    change(stepBy(scale, value, steps))
  }
  const problem = props.problem ?? typed.problem
  const described = describedBy(id, props.hint, problem)
  const share = (of: number) => toPosition(scale, of) / POSITIONS
  const marks = { '--at': share(value), '--baseline': share(baseline) } as CSSProperties

  return (
    <Row
      label={label}
      htmlFor={id}
      changed={value !== baseline}
      undoLabel={props.undoLabel}
      onUndo={() => settle(baseline)}
      disabled={disabled}
      hint={props.hint}
      problem={problem}
    >
      <div className={css.track} style={marks} data-disabled={disabled}>
        <input
          type="range"
          id={id}
          className={css.range}
          min={0}
          max={POSITIONS}
          value={Math.round(toPosition(scale, value))}
          aria-valuetext={format(value)}
          aria-describedby={described}
          disabled={disabled}
          onChange={(event) => change(toValue(scale, event.target.valueAsNumber))}
          onPointerUp={onCommit}
          onKeyDown={onKeyDown}
          onKeyUp={(event) => event.key !== 'Tab' && onCommit?.()}
          onDoubleClick={() => settle(baseline)}
        />
      </div>
      <input
        {...typed.field}
        className={fieldCss.field}
        inputMode={isWhole(scale) ? 'numeric' : 'decimal'}
        aria-labelledby={`${id}-label`}
        aria-invalid={typed.field['aria-invalid'] || Boolean(props.problem)}
        aria-describedby={described}
        disabled={disabled}
      />
    </Row>
  )
}

function keySteps(key: string, page: number): number {
  if (key === 'ArrowRight' || key === 'ArrowUp') return 1
  if (key === 'ArrowLeft' || key === 'ArrowDown') return -1
  if (key === 'PageUp') return page
  return key === 'PageDown' ? -page : 0
}
