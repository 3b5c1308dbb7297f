import { ChevronDown } from 'lucide-react'
import { type CSSProperties, type MouseEvent, type ReactNode, useRef } from 'react'
import { ChangedDot } from './changed.tsx'
import { bodyInSight, revealSection } from './reveal-section.ts'
import css from './section.module.css'
import { useInSight } from './use-in-sight.ts'

interface Props {
  title: string
  /** Shown right of the title, even while folded: a switch, a count. */
  aside?: ReactNode
  /** A short summary of the controls inside, for when they are not visible. */
  summary: readonly string[]
  children: ReactNode
  open: boolean
  onToggle(open: boolean): void
  /** Shows a yellow dot while closed: a control inside differs from the baseline. */
  changed?: boolean
  /** The index of this section, from 0, and the number of sections in its scroller. */
  place: number
  of: number
}

/**
 * A section of a stack that folds. All heads are always visible: those above stick to the top of the scroller, those
 * below to its foot. A click on a head scrolls its controls into view, or folds them where they are visible already.
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
      {/* The aside is not inside the summary, because one control may not contain another. */}
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

/** Parts that do not fit into the line are hidden; the tooltip has them all. */
function Short({ parts }: { parts: readonly string[] }) {
  return (
    <span className={css.short} title={parts.join(' · ')}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </span>
  )
}
