import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { later } from '../later.tsx'

const Dialog = later(() => import('./race-dialog.tsx'))

export function RaceButton({ label }: { readonly label: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="outline" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <Dialog onClose={() => setOpen(false)} />}
    </>
  )
}
