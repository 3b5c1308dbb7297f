import { useRef } from 'react'
import { Dialog } from '../kit/dialog.tsx'
import { useText } from '../shared/app-context.tsx'
import css from './column.module.css'
import { LazyPanel } from './lazy-panel.tsx'

/** The program on a small screen, which it fills. */
export function CodeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <Dialog ref={dialog} className={css.dialog} title={t.drawer.button} onClose={onClose}>
      <LazyPanel linked={false} onClose={() => dialog.current?.close()} />
    </Dialog>
  )
}
