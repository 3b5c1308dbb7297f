import { ChevronDown } from 'lucide-react'
import { type CSSProperties, type MouseEvent, type ReactNode, useRef } from 'react'
import { ChangedDot } from './changed.tsx'
import { bodyInSight, revealSection } from './reveal-section.ts'
import css from './section.module.css'
import { useInSight } from './use-in-sight.ts'

interface Props {
  title: string
  /** Right of the title, above the fold: a switch, a count. */
  aside?: ReactNode
  /** What the controls inside say, in short, for when they cannot be seen. */
  summary: readonly string[]
  children: ReactNode
  open: boolean
  onToggle(open: boolean): void
  /** A yellow dot while closed: something inside differs from the baseline. */
  changed?: boolean
  /** From 0: which of how many sections that stand in one scroller. */
  place: number
  of: number
}

/**
 * A fold in a stack of them. All heads of the stack are always in sight, those above at the top of the scroller, those
 * below at its foot; a press on one brings its controls into sight, and folds them away where they are seen already.
 */
export function Section(props: Props) {
  const { title, aside, summary, children, open, onToggle, changed, place, of } = props
  const section = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const seen = useInSight(body, place + 1, of - 1 - place) && open
  const onClick = (event: MouseEvent) => {
    if (!open || bodyInSight(section.current!)) return
    event.preventDefault()
    revealSection(section.current!)
  }
  return (
    <section
      ref={section}
      className={css.section}
      aria-label={title}
      style={{ '--place': place, '--after': of - 1 - place } as CSSProperties}
    >
      {/* Beside the summary, not inside it: a control may not stand within a control. */}
      {aside && <div className={css.aside}>{aside}</div>}
      <details
        className={css.details}
        open={open}
        onToggle={({ currentTarget }) => {
          if (currentTarget.open === open) return
          onToggle(currentTarget.open)
          if (currentTarget.open) requestAnimationFrame(() => revealSection(section.current!))
        }}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a control. */}
        <summary className={css.head} data-aside={aside !== undefined} onClick={onClick}>
          <ChevronDown className={css.chevron} size={14} strokeWidth={1.5} aria-hidden="true" />
          <h2>{title}</h2>
          {changed && !open && <ChangedDot />}
          {!seen && <Short parts={summary} />}
        </summary>
        <div ref={body} className={css.body} data-section-body>
          {children}
        </div>
      </details>
    </section>
  )
}

/** Parts that do not fit into the line are left out; the tooltip has them all. */
function Short({ parts }: { parts: readonly string[] }) {
  return (
    <span className={css.short} title={parts.join(' · ')}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </span>
  )
}
