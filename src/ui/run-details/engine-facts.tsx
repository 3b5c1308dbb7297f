import { useAppState, useText } from '../shared/app-context.tsx'
import { reportedSpeeds, speedTexts, useSpeeds } from '../shared/engine-speeds.ts'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import css from '../views/views.module.css'

/**
 * Which engine trained the run, and why: how fast it is here, and how fast every other one ran a few steps of this
 * network.
 */
export function EngineFacts() {
  const t = useText()
  const run = useFocusedRun()
  const speeds = useSpeeds()
  const pace = useAppState((state) => state.pace)
  if (!run?.engine) return null
  const measured = reportedSpeeds(speeds, run, pace)
  return (
    <section className={css.status}>
      <p className={css.engine} title={run.engine.device}>
        {t.progress.trainedOn[run.engine.name]}
      </p>
      {measured.length > 0 && <p className={css.engine}>{t.progress.measured(speedTexts(measured, t))}</p>}
    </section>
  )
}
