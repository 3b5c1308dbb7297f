import { Play } from 'lucide-react'
import type { Sweep } from '../../domain/sweep/sweep.ts'
import { clock } from '../../text/format.ts'
import { Button } from '../kit/button.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { useAllText, useAppContext, useSweeps } from '../shared/app-context.tsx'
import css from './sweep.module.css'
import { sweepButton } from './sweep-button.ts'

/**
 * The progress of the sweep. A paused sweep can be continued from here where the button at the top would start another.
 */
export function SweepProgress({ form }: { readonly form: Sweep | null }) {
  const t = useAllText()
  const { sweeps } = useAppContext()
  const all = useSweeps((state) => state)
  const { status, runs, total, secondsLeft, kept } = all
  const resumable = (status === 'paused' || status === 'stopped') && sweepButton(all, form) !== 'resume'
  if (status === 'idle') return null
  const { running, ...others } = t.sweep.state
  const state =
    status === 'running' ? running(secondsLeft === null ? null : clock(secondsLeft)) : others[status]
  return (
    <div className={css.progress}>
      <div className={css.bar}>
        <ProgressBar label={t.sweep.progress} value={runs.length} max={total} />
      </div>
      <p>
        <strong>{t.sweep.finished(runs.length, total)}</strong>
        <span>{state}</span>
        {!kept && <span>{t.sweep.notKept}</span>}
      </p>
      {resumable && (
        <Button variant="outline" size="small" icon={<Play />} onClick={() => sweeps.resume()}>
          {t.sweepControls.resume}
        </Button>
      )}
    </div>
  )
}
