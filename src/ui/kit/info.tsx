import { Info as Icon } from 'lucide-react'
import css from './info.module.css'

interface Props {
  /** What the sentences explain; read by screen readers, shown when the pointer rests. */
  readonly label: string
  readonly sentences: readonly string[]
}

/** An “i” that opens sentences about the numbers beside it. */
export function Info({ label, sentences }: Props) {
  return (
    <details
      className={css.info}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return
        event.currentTarget.open = false
        event.stopPropagation()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false
      }}
    >
      <summary aria-label={label} title={label}>
        <Icon size={14} strokeWidth={1.6} aria-hidden />
      </summary>
      <div className={css.sentences}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </details>
  )
}
