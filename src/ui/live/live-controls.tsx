import { Pause, Play, RotateCcw, StepForward } from 'lucide-react'
import { Button } from '../kit/button.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { useKeyHint } from '../shared/key-hint.ts'
import css from './live.module.css'
import { LiveSwitch } from './live-switch.tsx'

/** Live mode's own controls, each where Run, Step and Reset have theirs. */
interface Props {
  readonly className: string | undefined
  /** Of words that give way to their icons where there is no room. */
  readonly wordClass: string | undefined
}

export function LiveControls({ className, wordClass }: Props) {
  const t = useText()
  const { pauseLive, undoAll } = useActions()
  const keyHint = useKeyHint()
  const paused = useAppState(({ live }) => live?.paused ?? false)
  const isChanged = useAppState(({ draft, baseline }) => draft.experiment !== baseline)
  const icon = (Icon: typeof Play) => <Icon size={16} strokeWidth={1.6} aria-hidden />
  return (
    <fieldset className={className} aria-label={t.controls.group}>
      <LiveSwitch />
      <Button
        variant="plain"
        icon={icon(paused ? Play : Pause)}
        keys={t.controls.space}
        title={keyHint(t.live.pauseHint, t.controls.space)}
        onClick={pauseLive}
      >
        <span className={css.pauseWord}>{paused ? t.controls.resume : t.controls.pause}</span>
      </Button>
      <Button variant="plain" icon={icon(StepForward)} title={keyHint(t.controls.stepHint, 'S')} disabled>
        <span className={wordClass}>{t.controls.step}</span>
      </Button>
      <Button
        variant="plain"
        icon={icon(RotateCcw)}
        title={keyHint(t.live.resetHint, 'R')}
        disabled={!isChanged}
        onClick={undoAll}
      >
        <span className={wordClass}>{t.controls.reset}</span>
      </Button>
    </fieldset>
  )
}
