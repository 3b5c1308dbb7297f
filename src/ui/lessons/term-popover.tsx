import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { TermKey } from '../../domain/terms/terms.ts'
import { useText } from '../shared/app-context.tsx'
import { Term } from './term.tsx'
import css from './term-popover.module.css'
import { useTerms } from './use-terms.ts'

/** Between the name and its explanation, and between that and the edge of the page. */
const GAP = 6
const EDGE = 8

export interface AskedTerm {
  readonly term: TermKey
  readonly at: DOMRect
  /** Whether a key asked, so that the focus goes to the answer and comes back. */
  readonly byKey: boolean
}

interface Props {
  readonly asked: AskedTerm
  onClose(): void
}

/** The explanation of a term, below its name or, where there is no room, above it. */
export default function TermPopover({ asked, onClose }: Props) {
  const t = useText()
  const terms = useTerms()
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  const { at, byKey, term } = asked
  // A new term has another size.
  useLayoutEffect(() => {
    const element = box.current
    if (!element || !terms) return
    const { width, height } = element.getBoundingClientRect()
    const below = at.bottom + GAP
    const top = below + height + EDGE <= innerHeight ? below : Math.max(EDGE, at.top - GAP - height)
    setPlace({ left: Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE)), top })
    if (!byKey) return
    const before = document.activeElement
    element.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [terms, term, at, byKey])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // Escape closes this alone, and not the lesson or dialog that it lies over.
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
    const onScroll = ({ target }: Event) => {
      if (target instanceof Node && !box.current?.contains(target)) onClose()
    }
    addEventListener('keydown', onKeyDown, { capture: true })
    addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => {
      removeEventListener('keydown', onKeyDown, { capture: true })
      removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [onClose])
  if (!terms) return null
  return (
    <div
      ref={box}
      className={css.popover}
      style={place ?? { left: 0, top: 0, opacity: 0 }}
      role="note"
      aria-label={t.terms.about}
      aria-live="polite"
      tabIndex={-1}
      data-answer
      onBlur={({ currentTarget, relatedTarget }) => {
        if (byKey && !currentTarget.contains(relatedTarget)) onClose()
      }}
    >
      <Term term={term} terms={terms} onLeave={onClose} />
    </div>
  )
}
