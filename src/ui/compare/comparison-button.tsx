import { useState } from 'react'
import { SETTING_KEYS, SETTINGS, type SettingKey } from '../../domain/settings/settings.ts'
import { withLaterMessages } from '../../text/messages.ts'
import { Button } from '../kit/button.tsx'
import { useAppState } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'

const Dialog = lazyPart(withLaterMessages(() => import('./comparison-dialog.tsx')))

interface Props {
  readonly label: string
  /** Learning rates that the dialog proposes; without them it proposes what suits the comparison in the draft. */
  readonly rates?: 'own'
  /** Is called instead of opening the dialog; where it returns false, the dialog opens. */
  tryFirst?(): boolean
}

/** Not rendered where a link hides every setting that could be compared. */
export function ComparisonButton({ label, rates, tryFirst }: Props) {
  const [open, setOpen] = useState(false)
  const isOffered = useAppState(({ view }) => canCompare(view.hide))
  return (
    isOffered && (
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
  )
}

export function canCompare(hidden: readonly SettingKey[]): boolean {
  return SETTING_KEYS.some((key) => SETTINGS[key].sweep !== null && !hidden.includes(key))
}
