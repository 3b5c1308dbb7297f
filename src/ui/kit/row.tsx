import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Changed, type ChangedProps } from './changed.tsx'
import css from './row.module.css'

interface Props extends ChangedProps {
  children: ReactNode
  hint?: string | undefined
  problem?: string | null | undefined
}

/** The ids that describe the control of a row, for aria-describedby. */
export function describedBy(id: string, hint?: string, problem?: string | null): string | undefined {
  const ids = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** One line of the settings column: a label 104 wide (`--row-columns`), then the control; below it, what is wrong and what it means. */
export function Row({ children, hint, problem, ...head }: Props) {
  return (
    <div className={css.row} data-changed={head.changed}>
      <Changed {...head} />
      <div className={css.control}>{children}</div>
      {problem && (
        <p className={css.problem} id={`${head.htmlFor}-problem`} role="alert">
          <TriangleAlert size={12} aria-hidden="true" />
          {problem}
        </p>
      )}
      {hint && (
        <p className={css.hint} id={`${head.htmlFor}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
