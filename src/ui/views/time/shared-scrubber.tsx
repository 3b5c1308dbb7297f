/** One track for runs beside each other: all of them are shown as they were at the same epoch, or at their own last one. */
import { TimeBand } from '../../../charts/time/time-band.tsx'
import { isInProgress, type RunView } from '../../../store/run-view.ts'
import { whole } from '../../../text/format.ts'
import { useAppContext, useFit, useText } from '../../shared/app-context.tsx'
import { bandLabels } from './band-labels.ts'
import { PlayButton } from './play-button.tsx'
import css from './time.module.css'
import { usePlay } from './use-play.ts'

export function SharedScrubber({ runs }: { readonly runs: readonly RunView[] }) {
  const t = useText()
  const { fit } = useAppContext()
  const asked = useFit(({ at }) => Math.max(-1, ...runs.flatMap(({ id }) => at[id] ?? [])))
  const last = Math.max(0, ...runs.map(({ latest }) => latest?.epoch ?? 0))
  const at = asked < 0 ? last : Math.min(asked, last)
  const go = (epoch: number) => {
    for (const run of runs) {
      const own = run.latest?.epoch ?? 0
      // Where a run that trains is not asked for an earlier epoch, it is followed.
      fit.goTo(run.id, isInProgress(run) && epoch >= own ? null : Math.min(epoch, own))
    }
  }
  const { playing, setPlaying } = usePlay({ at, first: 0, last, onAt: go })
  if (last === 0) return null
  return (
    <div className={css.shared}>
      <PlayButton {...{ playing, setPlaying }} />
      <p className={css.epoch}>
        <strong>{whole(at)}</strong> {t.time.ofShort(last)}
      </p>
      <TimeBand
        at={at}
        shown={at}
        here={null}
        first={0}
        last={last}
        best={null}
        only={null}
        rows={null}
        onAt={(epoch) => {
          setPlaying(false)
          go(epoch)
        }}
        labels={{
          slider: t.time.sharedSlider,
          shown: t.time.epoch(at),
          pill: t.time.epoch(at),
          best: '',
          ...bandLabels(t),
        }}
      />
    </div>
  )
}
