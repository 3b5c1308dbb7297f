import { Pause, Play, Square } from 'lucide-react'
import type { Sweep } from '../../domain/sweep/sweep.ts'
import { Button } from '../kit/button.tsx'
import { useAppContext, useSweeps, useText } from '../shared/app-context.tsx'
import { pressSweepButton, sweepButton } from '../sweep/sweep-button.ts'
import css from './top-bar.module.css'

/** Where sweeps are shown, the yellow button starts and pauses the sweep. */
export function SweepControls({ form }: { readonly form: Sweep | null }) {
  const t = useText()
  const { sweeps } = useAppContext()
  const state = useSweeps((all) => all)
  const button = sweepButton(state, form)
  const icon = (Icon: typeof Play) => <Icon size={16} strokeWidth={1.6} aria-hidden />
  return (
    <fieldset className={css.controls} aria-label={t.sweepControls.controls}>
      <Button
        variant="primary"
        icon={icon(button === 'pause' ? Pause : Play)}
        keys={t.controls.space}
        disabled={button === 'off'}
        onClick={() => pressSweepButton(sweeps, form)}
      >
        {button === 'off' ? t.sweepControls.start : t.sweepControls[button]}
      </Button>
      <Button
        variant="plain"
        icon={icon(Square)}
        disabled={state.status !== 'running' && state.status !== 'paused'}
        onClick={() => sweeps.cancel()}
      >
        <span className={css.word}>{t.sweepControls.cancel}</span>
      </Button>
    </fieldset>
  )
}
