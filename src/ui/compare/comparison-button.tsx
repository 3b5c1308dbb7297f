import { useState } from 'react'
import { withLaterMessages } from '../../text/messages.ts'
import { Button } from '../kit/button.tsx'
import { lazyPart } from '../shared/lazy.tsx'

const Dialog = lazyPart(withLaterMessages(() => import('./comparison-dialog.tsx')))

interface Props {
  readonly label: string
  /** Learning rates that the dialog proposes; without them it proposes what suits the comparison in the draft. */
  readonly rates?: 'own'
  /** Is called instead of opening the dialog; where it returns false, the dialog opens. */
  tryFirst?(): boolean
}

export function ComparisonButton({ label, rates, tryFirst }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="outline"
        size="small"
        aria-haspopup="dialog"
        onClick={() => {
          if (!tryFirst?.()) setOpen(true)
        }}
      >
        {label}
      </Button>
      {open && <Dialog rates={rates} onClose={() => setOpen(false)} />}
    </>
  )
}
