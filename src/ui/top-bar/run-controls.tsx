import { Hourglass, Pause, Play, RotateCcw, Square, StepForward } from 'lucide-react'
import { problemText } from '../../text/problems.ts'
import { Button } from '../kit/button.tsx'
import { LiveControls } from '../live/live-controls.tsx'
import { LiveSwitch } from '../live/live-switch.tsx'
import { useActions, useAppContext, useAppState, useText } from '../shared/app-context.tsx'
import { useKeyHint } from '../shared/key-hint.ts'
import { useRunGroup } from '../shared/use-run-group.ts'
import css from './top-bar.module.css'

/** Run or pause, step, stop, reset: each button always has the same place. Words are hidden where there is no room. */
export function RunControls() {
  const isLive = useAppState(({ live }) => live !== null)
  return isLive ? <LiveControls wordClass={css.word} className={css.controls} /> : <Controls />
}

function Controls() {
  const t = useText()
  const actions = useActions()
  const { state, runs } = useRunGroup()
  const keyHint = useKeyHint()
  const { fresh, problem } = useNext()
  const running = state === 'running'
  const busy = state === 'warming' || state === 'waiting'
  const lost = runs.some(
    ({ status }) => status.kind === 'ended' && ['diverged', 'failed'].includes(status.outcome.kind),
  )
  // What is paused goes on with the samples that it has.
  const cannot = state === 'running' || (state === 'paused' && !fresh) ? null : problem
  const icon = (Icon: typeof Play) => <Icon size={16} strokeWidth={1.6} aria-hidden />
  return (
    <fieldset className={css.controls} aria-label={t.controls.group}>
      <Button
        variant="primary"
        icon={icon(busy ? Hourglass : running ? Pause : Play)}
        keys={t.controls.space}
        disabled={busy || cannot !== null}
        title={cannot === null ? undefined : problemText(cannot, t)}
        onClick={actions.runOrPause}
      >
        {state === 'waiting'
          ? t.controls.loading
          : busy
            ? t.controls.warming
            : running
              ? t.controls.pause
              : state === 'paused' && !fresh
                ? t.controls.resume
                : t.controls.run}
      </Button>
      <Button
        variant="plain"
        icon={icon(StepForward)}
        title={keyHint(t.controls.stepHint, 'S')}
        disabled={running || busy || cannot !== null || (lost && state === 'ended')}
        onClick={actions.step}
      >
        <span className={css.word}>{t.controls.step}</span>
      </Button>
      <Button
        variant="plain"
        icon={icon(Square)}
        title={t.controls.stopHint}
        disabled={!running && !busy && state !== 'paused'}
        onClick={actions.stop}
      >
        <span className={css.word}>{t.controls.stop}</span>
      </Button>
      <Button
        variant="plain"
        icon={icon(RotateCcw)}
        title={keyHint(t.controls.resetHint, 'R')}
        disabled={state === 'idle'}
        onClick={actions.reset}
      >
        <span className={css.word}>{t.controls.reset}</span>
      </Button>
      <div className={css.live}>
        <LiveSwitch />
      </div>
    </fieldset>
  )
}

/** Whether the controls differ from the run group, so that Run starts new runs, and why these could not be trained. */
function useNext() {
  const { app } = useAppContext()
  useAppState(({ draft }) => draft)
  useAppState(({ runGroup }) => runGroup)
  const [problem = null] = app.cannotRunReasons()
  return { fresh: !app.runGroupIsDraft(), problem }
}
