import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { lazyPart } from '../shared/lazy.tsx'

const Dialog = lazyPart(() => import('./comparison-dialog.tsx'))

interface Props {
  readonly label: string
  /** Learning rates the dialog proposes; absent, what fits the comparison that is there. */
  readonly rates?: 'own'
  /** Instead of opening the dialog; false opens it. */
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
