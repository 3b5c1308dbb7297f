import { type EpochRow, gap } from '../../domain/run/run.ts'
import { loss, ratio } from '../../text/format.ts'
import { useText } from '../shared/app-context.tsx'
import { useLiveRuns } from '../shared/live-context.tsx'
import css from './live.module.css'

/** Where the live run ends and where it was lowest, each over what the baseline had. */
export function LiveNumbers() {
  const t = useText()
  const live = useLiveRuns()
  const run = live?.shown?.view
  if (!run?.latest) return null
  const before = live!.baseline && live!.baseline.key !== live!.shown!.key ? live!.baseline.view : null
  const was = (row: EpochRow | null | undefined, write: (row: EpochRow) => string) =>
    row ? <small>{t.live.was(write(row))}</small> : null
  const figure = (part: 'train' | 'validation' | 'gap', write: (row: EpochRow) => string) => (
    <div>
      <dt>{t.live[part]}</dt>
      <dd data-part={part}>{write(run.latest!)}</dd>
      <dd>{was(before?.latest, write)}</dd>
    </div>
  )
  const lowest = (row: EpochRow) => loss(row.validation.loss)
  const lowestAt = (row: EpochRow) => `${lowest(row)} ${t.live.at(row.epoch)}`
  return (
    <dl className={css.numbers}>
      {figure('train', ({ train }) => loss(train.loss))}
      {figure('validation', ({ validation }) => loss(validation.loss))}
      {figure('gap', (row) => ratio(gap(row)))}
      {run.best && (
        <div>
          <dt>{t.live.lowest}</dt>
          <dd>
            {lowest(run.best)} <span>{t.live.at(run.best.epoch)}</span>
          </dd>
          <dd>{was(before?.best, lowestAt)}</dd>
        </div>
      )}
    </dl>
  )
}
