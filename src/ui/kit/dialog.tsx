import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useContext, useEffect, useId, useLayoutEffect } from 'react'
import { Button } from './button.tsx'
import css from './dialog.module.css'
import { OpenDialogs } from './open-dialogs.ts'

interface Props {
  readonly ref: RefObject<HTMLDialogElement | null>
  /** The dialog's name; with `closeLabel` it is also written on top, beside a cross. */
  readonly title: string
  readonly closeLabel?: string
  readonly className?: string | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The dialog is modal as soon as it is mounted, before what it holds measures or scrolls itself. Escape closes it. */
export function Dialog({ ref, title, closeLabel, className = '', onClose, children }: Props) {
  const id = useId()
  const opened = useContext(OpenDialogs)
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (!dialog.open) dialog.showModal()
    return opened(dialog)
  }, [ref, opened])
  useEffect(() => {
    // What had the focus may be gone, as when a lazy part arrives: the focus is then on the page behind.
    const keep = (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest('dialog') === null) event.stopPropagation()
    }
    addEventListener('keydown', keep, { capture: true })
    addEventListener('keyup', keep, { capture: true })
    return () => {
      removeEventListener('keydown', keep, { capture: true })
      removeEventListener('keyup', keep, { capture: true })
    }
  }, [])
  return (
    // The keys of the page (run, step, reset) must not work while the dialog is open.
    <dialog
      ref={ref}
      className={`${css.dialog} ${className}`}
      {...(closeLabel === undefined ? { 'aria-label': title } : { 'aria-labelledby': id })}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onKeyUp={(event) => event.stopPropagation()}
    >
      {closeLabel !== undefined && (
        <header className={css.head}>
          <h2 id={id}>{title}</h2>
          <Button variant="icon" icon={<X />} aria-label={closeLabel} onClick={() => ref.current?.close()} />
        </header>
      )}
      {children}
    </dialog>
  )
}
