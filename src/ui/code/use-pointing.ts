/** Which thing a person points at, by pointer or keyboard focus: a line of the code, or a control that has marks. */
import { useEffect, useState } from 'react'
import type { CodeLine } from '../../programs/lines.ts'
import { marksAt, SETTINGS_ATTRIBUTE, says } from '../shared/marks.ts'

export type Pointed =
  | { readonly at: 'line'; readonly line: number; readonly marks: readonly string[] }
  | { readonly at: 'control'; readonly marks: readonly string[] }

export const LINE = 'data-line'

/** The pointer has precedence over the focus. Lines that name no setting, and settings in no line, are ignored. */
export function usePointing(lines: readonly CodeLine[]): Pointed | null {
  const line = useTouched(LINE)
  const control = useTouched(SETTINGS_ATTRIBUTE)
  const atLine = (touched: string | null): Pointed | null => {
    const marks = touched === null ? [] : marksAt(lines, Number(touched))
    return marks.length === 0 ? null : { at: 'line', line: Number(touched), marks }
  }
  const atControl = (touched: string | null): Pointed | null => {
    const marks = touched?.split(' ') ?? []
    return lines.some((line) => says(line, marks)) ? { at: 'control', marks } : null
  }
  return (
    atLine(line.hovered) ?? atControl(control.hovered) ?? atLine(line.focused) ?? atControl(control.focused)
  )
}

/**
 * The attribute's value, taken from the nearest ancestor that has it, of the element under the pointer and of the
 * focused one.
 */
function useTouched(attribute: string) {
  const [hovered, setHovered] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  useEffect(() => {
    const valueAt = (target: EventTarget | null) =>
      (target instanceof Element && target.closest(`[${attribute}]`)?.getAttribute(attribute)) || null
    const onOver = ({ target }: PointerEvent) => setHovered(valueAt(target))
    const onLeave = () => setHovered(null)
    const onFocus = ({ target }: FocusEvent) => setFocused(valueAt(target))
    const onBlur = ({ relatedTarget }: FocusEvent) => setFocused(valueAt(relatedTarget))
    const page = document.documentElement
    page.addEventListener('pointerover', onOver)
    page.addEventListener('pointerleave', onLeave)
    page.addEventListener('focusin', onFocus)
    page.addEventListener('focusout', onBlur)
    return () => {
      page.removeEventListener('pointerover', onOver)
      page.removeEventListener('pointerleave', onLeave)
      page.removeEventListener('focusin', onFocus)
      page.removeEventListener('focusout', onBlur)
    }
  }, [attribute])
  return { hovered, focused }
}
