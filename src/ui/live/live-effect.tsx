import type { LiveRun } from '../../store/live/live-state.ts'
import { keptRow } from '../../store/run-view.ts'
import { loss } from '../../text/format.ts'
import { useText } from '../shared/app-context.tsx'
import { useLive } from '../shared/live-context.tsx'
import css from './live.module.css'

/** What has become of the baseline's validation loss: the first thing to read over the curves. */
export function LiveEffect() {
  const t = useText()
  const live = useLive()
  const [shown, baseline] = [live?.shown, live?.baseline]
  if (!live || !shown) return null
  return (
    <p className={css.effect}>
      {live.paused && live.behind ? (
        <span>{t.live.changed}</span>
      ) : !baseline || baseline.key === shown.key ? (
        <span>{t.live.atBaseline}</span>
      ) : (
        <Change shown={shown} baseline={baseline} />
      )}
    </p>
  )
}

function Change({ shown, baseline }: { readonly shown: LiveRun; readonly baseline: LiveRun }) {
  const t = useText()
  const [is, was] = [keptRow(shown.view), keptRow(baseline.view)]
  if (!is || !was) return null
  const [before, after] = [loss(was.validation.loss), loss(is.validation.loss)]
  if (before === after)
    return (
      <>
        <span>{t.live.validationLoss}</span>
        <b>{after}</b>
        <span>{t.live.unchanged(is.epoch)}</span>
      </>
    )
  return (
    <>
      <span>
        {t.live.validationLoss} {before} →
      </span>
      <b>{after}</b>
      <span>{t.live.effect(is.epoch, is.validation.loss / was.validation.loss)}</span>
    </>
  )
}
