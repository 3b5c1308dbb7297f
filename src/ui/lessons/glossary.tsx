import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { TERM_GROUPS } from '../../domain/terms/terms.ts'
import { useText } from '../shared/app-context.tsx'
import { Term } from './term.tsx'
import css from './term-popover.module.css'
import { useTerms } from './use-terms.ts'

/** All terms of the page, for whoever cannot point at one. */
export function Glossary({ onLeave }: { onLeave(): void }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <details className={css.glossary} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <ChevronRight size={14} strokeWidth={1.5} aria-hidden />
        {t.terms.all}
      </summary>
      {open && <Groups onLeave={onLeave} />}
    </details>
  )
}

function Groups({ onLeave }: { onLeave(): void }) {
  const terms = useTerms()
  if (!terms) return null
  return Object.entries(TERM_GROUPS).map(([group, keys]) => (
    <section key={group}>
      <h4>{terms.groups[group as keyof typeof TERM_GROUPS]}</h4>
      <ul>
        {keys.map((term) => (
          <li key={term}>
            <Term term={term} terms={terms} onLeave={onLeave} />
          </li>
        ))}
      </ul>
    </section>
  ))
}
