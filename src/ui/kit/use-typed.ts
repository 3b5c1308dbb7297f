import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useState } from 'react'

interface Typed {
  shown: string
  /** The value a text stands for, or null when it may not be taken. */
  accept(text: string): number | null
  onValue(value: number): void
  onStep(steps: number): void
}

/**
 * A text field for a number. Enter and leaving the field take the text; a refused text stays, marked, until it
 * is mended, Escape reverts it, or the value changes elsewhere.
 */
export function useTyped({ shown, accept, onValue, onStep }: Typed) {
  const [draft, setDraft] = useState<{ text: string; over: string; refused: boolean } | null>(null)
  const current = draft?.over === shown ? draft : null
  if (draft && !current) setDraft(null)

  function take() {
    if (!current) return
    const value = accept(current.text)
    setDraft(value === null ? { ...current, refused: true } : null)
    if (value !== null) onValue(value)
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

  const refused = current?.refused ?? false
  return {
    refused,
    field: {
      type: 'text',
      autoComplete: 'off',
      spellCheck: false,
      value: current?.text ?? shown,
      'aria-invalid': refused,
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        setDraft({ text: event.target.value, over: shown, refused: false }),
      onFocus: (event: FocusEvent<HTMLInputElement>) => event.target.select(),
      onBlur: take,
      onKeyDown,
    },
  } as const
}
