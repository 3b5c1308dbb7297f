import { runName } from '../../text/run-name.ts'
import { Notice } from '../kit/notice.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'

/** Runs that were just removed can be restored from this notice, or with Ctrl+Z. */
export function RemovedNotice() {
  const t = useText()
  const { restoreRemoved, forgetRemoved } = useActions()
  const removed = useAppState((state) => state.removed)
  const [first, ...others] = removed
  if (!first) return null
  return (
    <Notice
      tone="info"
      dismissLabel={t.dismiss}
      onDismiss={forgetRemoved}
      action={{ label: t.compare.bringBack, onClick: restoreRemoved }}
    >
      {others.length === 0
        ? t.compare.removed(runName(first.view, t))
        : t.compare.removedSeveral(removed.length)}
    </Notice>
  )
}
