import { Suspense, useEffect, useRef } from 'react'
import { useText } from '../lab-context.tsx'
import css from './column.module.css'
import { LazyPanel } from './lazy-panel.tsx'

/** The program over all of a small screen. */
export function CodeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    // The keys that run, step and reset belong to the page, which is not in reach while this is open.
    <dialog
      ref={dialog}
      className={css.dialog}
      aria-label={t.drawer.button}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onKeyUp={(event) => event.stopPropagation()}
    >
      <Suspense fallback={null}>
        <LazyPanel linked={false} onClose={() => dialog.current?.close()} />
      </Suspense>
    </dialog>
  )
}
