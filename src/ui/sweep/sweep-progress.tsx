import { Pause, Play, Square } from 'lucide-react'
import { clock } from '../../text/format.ts'
import { Button } from '../kit/button.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { useRoom, useSweeps, useText } from '../lab-context.tsx'
import css from './sweep.module.css'

/** How far the sweep is, and the two or three buttons that steer it. */
export function SweepProgress() {
  const t = useText()
  const { sweeps } = useRoom()
  const { status, runs, total, secondsLeft, kept } = useSweeps((state) => state)
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
      <div className={css.steer}>
        {status === 'running' && (
          <Button variant="outline" size="small" icon={<Pause />} onClick={() => sweeps.pause()}>
            {t.sweep.pause}
          </Button>
        )}
        {(status === 'paused' || status === 'stopped') && (
          <Button variant="outline" size="small" icon={<Play />} onClick={() => sweeps.resume()}>
            {t.sweep.resume}
          </Button>
        )}
        {(status === 'running' || status === 'paused') && (
          <Button variant="plain" size="small" icon={<Square />} onClick={() => sweeps.cancel()}>
            {t.sweep.cancel}
          </Button>
        )}
      </div>
    </div>
  )
}
