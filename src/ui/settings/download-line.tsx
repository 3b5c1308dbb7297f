import { dataSet, type StoredSet } from '../../domain/data/registry.ts'
import type { Messages } from '../../text/messages.ts'
import { Button } from '../kit/button.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import css from './settings-column.module.css'

/** The progress of a packed set's download, or what went wrong with it; then how much data there is, and whose. */
export function DownloadLine() {
  const t = useText()
  const { retryDownload } = useActions()
  const data = useAppState(({ draft }) => draft.experiment.data)
  const download = useAppState(({ downloads }) => downloads[data.set])
  const set = dataSet(data)
  if (set.kind !== 'stored' || set.from !== 'file') return null
  const name = t.sets[data.set]
  if (download?.kind === 'failed')
    return (
      <div className={css.hint} role="alert">
        {t.ownData.failed(name)}
        {t.gap}
        {t.ownData.failedWhy[download.why]}{' '}
        <Button variant="outline" size="small" onClick={retryDownload}>
          {t.data.retry}
        </Button>
      </div>
    )
  if (download?.kind === 'loading') {
    const loading = t.ownData.loading(name, download.share)
    return (
      <div className={css.hint}>
        {loading}
        <progress className={css.progress} value={download.share} aria-label={loading} />
      </div>
    )
  }
  const licence = t.ownData.licences[data.set]
  return (
    <p className={css.hint}>
      {samplesText(set, t)}
      {licence && ` · ${licence}`}
    </p>
  )
}

function samplesText({ shape, available }: StoredSet, { ownData: { samples } }: Messages): string {
  const what = { image: samples.images, vector: samples.rows, sequence: samples.windows }[shape.kind]
  return what(available)
}
