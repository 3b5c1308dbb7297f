import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { useText } from './app-context.tsx'
import css from './copy-button.module.css'

interface Props {
  readonly primary?: boolean
  /** null while it is being written. */
  readonly text: string | null
  readonly disabled?: boolean
  readonly label: string
  /** Said once it is on the clipboard. */
  readonly copiedLabel: string
}

/** Puts a text on the clipboard or, where the browser refuses, into a field to be copied by hand. */
export function CopyButton({ primary = false, text, disabled = false, label, copiedLabel }: Props) {
  const t = useText()
  const [copied, setCopied] = useState<{ text: string; done: boolean } | null>(null)
  const result = copied?.text === text ? copied : null
  const copy = () => {
    if (text === null) return
    // Browsers give no access to the clipboard on pages served over plain http.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => setCopied({ text, done: true }),
        () => setCopied({ text, done: false }),
      )
  }
  return (
    <>
      <Button
        className={css.button}
        variant={primary ? 'primary' : 'outline'}
        disabled={text === null || disabled}
        onClick={copy}
      >
        {result?.done ? copiedLabel : label}
      </Button>
      <output className={css.said}>{result?.done ? copiedLabel : ''}</output>
      {result?.done === false && text !== null && (
        <label className={css.field}>
          {t.share.failed}
          <input readOnly value={text} ref={focusField} onFocus={({ target }) => target.select()} />
        </label>
      )}
    </>
  )
}

/** The field appears to be copied by hand, so it takes the focus, which selects its text. */
function focusField(field: HTMLInputElement | null) {
  field?.focus()
}
