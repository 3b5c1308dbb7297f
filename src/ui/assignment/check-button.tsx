import { useState } from 'react'
import { useStore } from 'zustand'
import type { GivenAssignment } from '../../domain/assignment/fixed.ts'
import { assignmentId } from '../../page/assignment-links.ts'
import { createHandIns } from '../../store/hand-ins.ts'
import { withLaterMessages } from '../../text/messages.ts'
import { Button } from '../kit/button.tsx'
import { useAllText, useAppContext } from '../shared/app-context.tsx'
import { lazyPart } from '../shared/lazy.tsx'

const CheckDialog = lazyPart(withLaterMessages(() => import('./check-dialog.tsx')))

/** Opens the check of what was handed in; closed, it says how far the check is. */
export function CheckButton({ given }: { readonly given: GivenAssignment }) {
  const t = useAllText()
  const handIns = useAppContext().handIns(assignmentId(given), createHandIns)
  const all = useStore(handIns.store, (state) => state.all)
  const [open, setOpen] = useState(false)
  const { check } = t.assignment
  const done = all.filter((each) => each.check.kind === 'done').length
  return (
    <>
      <Button variant="plain" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {all.length === 0 ? check.open : check.opened(done, all.length)}
      </Button>
      {open && <CheckDialog given={given} handIns={handIns} onClose={() => setOpen(false)} />}
    </>
  )
}
