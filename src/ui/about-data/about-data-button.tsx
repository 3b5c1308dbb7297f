import { lazy, Suspense, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { useText } from '../lab-context.tsx'

/** Fetched when first opened: what it says is long, and few ask. */
const Dialog = lazy(() =>
  import('./about-data-dialog.tsx').then(
    ({ AboutDataDialog }) => ({ default: AboutDataDialog }),
    () => ({ default: NotLoaded }),
  ),
)

function NotLoaded(_: { onClose(): void }) {
  return <span role="alert">{useText().aboutData.failed}</span>
}

export function AboutDataButton() {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="plain" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t.aboutData.button}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <Dialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
