import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useContext, useState } from 'react'
import { type Limits, parseNumber, type Refusal } from './parse-number.ts'
import { RefusalWords } from './refusal-words.ts'

interface Typed {
  shown: string
  limits: Limits
  onValue(value: number): void
  onStep(steps: number): void
}

/**
 * The state of a text field for a number. Enter and leaving the field accept the text. A refused text stays, marked and
 * explained, until it is corrected, Escape restores the value, or the value changes elsewhere.
 */
export function useTyped({ shown, limits, onValue, onStep }: Typed) {
  const [draft, setDraft] = useState<{ text: string; over: string; refusal: Refusal | null } | null>(null)
  const words = useContext(RefusalWords)
  const current = draft?.over === shown ? draft : null
  if (draft && !current) setDraft(null)

  function take() {
    if (!current) return
    const parsed = parseNumber(current.text, limits)
    setDraft(parsed.ok ? null : { ...current, refusal: parsed.refusal })
    if (parsed.ok) onValue(parsed.value)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') take()
    else if (event.key === 'Escape' && current) {
      setDraft(null)
      event.stopPropagation()
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      setDraft(null)
      onStep(event.key === 'ArrowUp' ? 1 : -1)
      event.preventDefault()
    }
  }

  const refusal = current?.refusal ?? null
  return {
    /** The reason why the text was refused; null while there is none. */
    problem: refusal && words(refusal),
    field: {
      type: 'text',
      autoComplete: 'off',
      spellCheck: false,
      value: current?.text ?? shown,
      'aria-invalid': refusal !== null,
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        setDraft({ text: event.target.value, over: shown, refusal: null }),
      onFocus: (event: FocusEvent<HTMLInputElement>) => event.target.select(),
      onBlur: take,
      onKeyDown,
    },
  } as const
}
