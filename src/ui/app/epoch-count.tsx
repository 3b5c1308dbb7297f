import { whole } from '../../text/format.ts'
import { useText } from '../shared/app-context.tsx'
import { useRunGroup } from '../shared/use-run-group.ts'

/** The epoch that the run group is at, of how many. */
export function EpochCount({ className }: { readonly className: string | undefined }) {
  const t = useText()
  const { epoch, epochs } = useRunGroup()
  return (
    <p className={className}>
      <strong>{whole(epoch)}</strong> / {whole(epochs)} <span>{t.progress.short}</span>
    </p>
  )
}
