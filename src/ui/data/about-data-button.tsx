import { useState } from 'react'
import { withLaterMessages } from '../../text/messages.ts'
import { Button } from '../kit/button.tsx'
import { useText } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'

const Dialog = lazyPart(withLaterMessages(() => import('./about-data-dialog.tsx')))

export function AboutDataButton() {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="plain" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t.data.about}
      </Button>
      {open && <Dialog onClose={() => setOpen(false)} />}
    </>
  )
}
