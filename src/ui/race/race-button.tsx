import { lazy, Suspense, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { useText } from '../lab-context.tsx'

/** Fetched when first opened. */
const Dialog = lazy(() =>
  import('./race-dialog.tsx').then(
    ({ RaceDialog }) => ({ default: RaceDialog }),
    () => ({ default: NotLoaded }),
  ),
)

function NotLoaded(_: { onClose(): void }) {
  return <span role="alert">{useText().race.failed}</span>
}

export function RaceButton({ label }: { readonly label: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="outline" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <Dialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
