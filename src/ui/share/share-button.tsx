import { Link } from 'lucide-react'
import { useState } from 'react'
import { withLaterMessages } from '../../text/messages.ts'
import { Button } from '../kit/button.tsx'
import { useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'

const Dialog = lazyPart(withLaterMessages(() => import('./share-dialog.tsx')))

/** `wordClass` is a class that hides the word where there is no room for it. */
export function ShareButton({ wordClass }: { readonly wordClass?: string | undefined }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="plain"
        icon={<Link size={16} strokeWidth={1.6} aria-hidden />}
        title={t.share.hint}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span className={wordClass}>{t.share.label}</span>
      </Button>
      {open && <Dialog onClose={() => setOpen(false)} />}
    </>
  )
}
