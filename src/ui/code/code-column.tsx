import { type RefObject, useEffect, useRef, useState } from 'react'
import { useText } from '../shared/app-context.tsx'
import { COLUMN_ID } from './code-button.tsx'
import css from './column.module.css'
import { LazyPanel } from './lazy-panel.tsx'

interface Props {
  readonly open: boolean
  /** The button that opened it: Escape closes the column from there as well. */
  readonly button: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

/** The program, in the place of the right column. When it is closed, it stays mounted until it has slid out. */
export function CodeColumn({ open, button, onClose }: Props) {
  const t = useText()
  const [kept, setKept] = useState(open)
  const column = useRef<HTMLElement>(null)
  if (open && !kept) setKept(true)
  useEffect(() => {
    if (!open) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      const at = event.target
      if (!(at instanceof Element)) return
      const ours = at === document.body || at === button.current || column.current?.contains(at)
      if (
        ours ||
        at.matches('[data-settings] :is(button, select, [type=range], [type=checkbox], [type=radio])')
      )
        onClose()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [open, button, onClose])
  if (!kept) return null
  return (
    <aside
      ref={column}
      id={COLUMN_ID}
      className={css.column}
      data-open={open}
      inert={!open}
      aria-label={t.drawer.button}
      onAnimationEnd={({ target, currentTarget }) => {
        if (target === currentTarget && !open) setKept(false)
      }}
    >
      <LazyPanel linked onClose={onClose} />
    </aside>
  )
}
