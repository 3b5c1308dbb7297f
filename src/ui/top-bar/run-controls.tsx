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
  const fresh = useFresh()
  // What is paused has its samples: the controls are either its own, or new runs are asked for.
  const [problem] = useAppContext().app.cannotRunReasons()
  const running = state === 'running'
  const busy = state === 'warming' || state === 'waiting'
  const lost = runs.some(
    ({ status }) => status.kind === 'ended' && ['diverged', 'failed'].includes(status.outcome.kind),
  )
  const icon = (Icon: typeof Play) => <Icon size={16} strokeWidth={1.6} aria-hidden />
  return (
    <fieldset className={css.controls} aria-label={t.controls.group}>
      <Button
        variant="primary"
        icon={icon(busy ? Hourglass : running ? Pause : Play)}
        keys={t.controls.space}
        disabled={busy || (!running && !!problem)}
        title={problem && problemText(problem, t)}
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
        disabled={running || busy || !!problem || (lost && state === 'ended')}
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

/** The controls differ from the run group, so that Run starts new runs. */
function useFresh(): boolean {
  const { app } = useAppContext()
  useAppState(({ draft }) => draft)
  useAppState(({ runGroup }) => runGroup)
  return !app.runGroupIsDraft()
}
