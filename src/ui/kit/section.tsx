import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ChangedDot } from './changed.tsx'
import css from './section.module.css'

interface Props {
  title: string
  /** Right of the title, above the fold: a switch, a count. */
  aside?: ReactNode
  children: ReactNode
  defaultOpen?: boolean
  /** Given, the parent holds the state and must follow onToggle. */
  open?: boolean
  onToggle?(open: boolean): void
  /** A yellow dot while closed: something inside differs from the baseline. */
  changed?: boolean
}

export function Section({ title, aside, children, defaultOpen = true, changed, ...props }: Props) {
  const [own, setOwn] = useState(defaultOpen)
  const open = props.open ?? own
  return (
    <section className={css.section} aria-label={title}>
      {/* Beside the summary, not inside it: a control may not stand within a control. */}
      {aside && <div className={css.aside}>{aside}</div>}
      <details
        open={open}
        onToggle={(event) => {
          const next = event.currentTarget.open
          if (next === open) return
          setOwn(next)
          props.onToggle?.(next)
        }}
      >
        <summary className={css.summary}>
          <ChevronDown className={css.chevron} size={14} strokeWidth={1.5} aria-hidden="true" />
          <h2>{title}</h2>
          {changed && !open && <ChangedDot />}
        </summary>
        <div className={css.body}>{children}</div>
      </details>
    </section>
  )
}
