/** The epochs of a run to go to: all views of it then show its network as it was there, and a run can branch off. */
import { useMemo } from 'react'
import { TimeBand } from '../../../charts/time/time-band.tsx'
import { thin } from '../../../domain/run/curve.ts'
import type { EpochRow } from '../../../domain/run/run.ts'
import { isInProgress, type RunView } from '../../../store/run-view.ts'
import { momentEpochs, nearestEpoch } from '../../../store/time-travel/moments.ts'
import { whole } from '../../../text/format.ts'
import { Button } from '../../kit/button.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { useAppContext, useFit, useText } from '../../shared/app-context.tsx'
import { bandLabels } from './band-labels.ts'
import { BranchLine, useBranch } from './branch-line.tsx'
import { KeptNote } from './kept-note.tsx'
import { PlayButton } from './play-button.tsx'
import css from './time.module.css'
import { SPEEDS, usePlay } from './use-play.ts'

/** The most points of a line. */
const POINTS = 300
/** Where so few epochs can be shown, each has a dot. */
const FEW = 12

interface Props {
  readonly run: RunView
  readonly latest: EpochRow
  readonly large: boolean
}

export function Scrubber({ run, latest: { epoch: last }, large }: Props) {
  const t = useText()
  const { app, fit } = useAppContext()
  const asked = useFit((state) => state.at[run.id])
  const inProgress = isInProgress(run)
  const epochs = momentEpochs(run, app.kept(run.id))
  const first = run.branch?.epoch ?? 0
  const shown = fit.epochOf(run) ?? last
  const at = asked === undefined ? shown : Math.max(first, Math.min(asked, last))
  const go = (epoch: number) => fit.goTo(run.id, inProgress && epoch >= last ? null : epoch)
  const { playing, setPlaying, speed, setSpeed } = usePlay({ at, first, last, onAt: go })
  const byHand = (epoch: number) => {
    setPlaying(false)
    go(epoch)
  }
  const branch = useBranch(
    run,
    epochs.includes(shown) ? shown : nearestEpoch(epochs.length > 0 ? epochs : [shown], shown),
  )
  const rows = useMemo(
    () => (large ? thin(app.outline(run), POINTS).filter(({ epoch }) => epoch >= first) : null),
    [large, app, run, first],
  )
  return (
    <section className={css.time} data-large={large} aria-label={t.time.title}>
      <div className={css.head}>
        <PlayButton {...{ playing, setPlaying }} />
        <div title={t.time.speed}>
          <Segmented
            hideLabel
            size="small"
            label={t.time.speed}
            value={String(speed)}
            options={SPEEDS.map((factor) => ({ value: String(factor), label: t.time.speeds(factor) }))}
            onChange={(value) => setSpeed(SPEEDS.find((factor) => String(factor) === value)!)}
          />
        </div>
        <p className={css.epoch}>
          <strong>{whole(shown)}</strong> {large ? t.time.of(last) : t.time.ofShort(last)}
        </p>
        {inProgress && asked !== undefined && (
          <Button variant="plain" size="small" onClick={() => go(last)}>
            {t.time.follow}
          </Button>
        )}
        {large && <BranchLine run={run} branch={branch} />}
      </div>
      <TimeBand
        at={at}
        shown={shown}
        here={app.row(run.id, shown) ?? (shown === 0 ? (run.start ?? null) : null)}
        first={first}
        last={last}
        best={run.best !== null && run.best.epoch > first && !inProgress ? run.best.epoch : null}
        only={epochs.length <= FEW && epochs.length <= last - first ? epochs : null}
        rows={rows}
        start={run.start}
        onAt={byHand}
        onBranch={branch.start}
        labels={{
          slider: t.time.slider,
          shown: t.time.epoch(shown),
          pill: t.time.epoch(at),
          best: t.stage.best(run.best?.epoch ?? 0),
          ...bandLabels(t),
        }}
      />
      <KeptNote run={run} epochs={epochs} asked={asked} shown={shown} />
      {!large && <BranchLine run={run} branch={branch} />}
    </section>
  )
}
