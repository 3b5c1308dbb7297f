import { type ComponentType, lazy, Suspense, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { useText } from '../lab-context.tsx'

interface DialogProps {
  onClose(): void
  onRetry(): void
}

/** Fetched when first opened: what it says is long, and few ask. Failed once, it is asked for anew. */
const dialog = () =>
  lazy<ComponentType<DialogProps>>(() =>
    import('./about-data-dialog.tsx').then(
      ({ AboutDataDialog }) => ({ default: AboutDataDialog }),
      () => ({ default: NotLoaded }),
    ),
  )

let Dialog = dialog()

function NotLoaded({ onRetry }: DialogProps) {
  const t = useText()
  return (
    <span role="alert">
      {t.home.aboutFailed}{' '}
      <Button variant="plain" size="small" onClick={onRetry}>
        {t.data.retry}
      </Button>
    </span>
  )
}

export function AboutDataButton() {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const retry = () => {
    Dialog = dialog()
    setAttempt(attempt + 1)
  }
  return (
    <>
      <Button variant="plain" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t.aboutData.button}
      </Button>
      {open && (
        <Suspense fallback={null} key={attempt}>
          <Dialog onClose={() => setOpen(false)} onRetry={retry} />
        </Suspense>
      )}
    </>
  )
}
