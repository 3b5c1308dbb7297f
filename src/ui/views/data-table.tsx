/** The numbers of a picture as a table, made when somebody opens it. */
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../shared/app-context.tsx'
import more from '../shared/more.module.css'
import css from './data-table.module.css'

interface Props {
  readonly caption: string
  readonly heads: readonly string[]
  /** Called only while the table is open. */
  readonly rows: () => readonly (readonly string[])[]
}

export function DataTable({ caption, heads, rows }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <details className={more.more} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={more.summary}>
        <ChevronRight aria-hidden className={more.chevron} size={13} />
        {t.inside.table}
      </summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reached by the keyboard.
        <section className={css.scroller} tabIndex={0} aria-label={caption}>
          <table className={css.table}>
            <caption>{caption}</caption>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows().map(([first, ...cells], i) => (
                <tr key={i}>
                  <th scope="row">{first}</th>
                  {cells.map((cell, j) => (
                    <td key={j}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  )
}
