import type { EnginePreference } from '../../store/lab-state.ts'
import { clock, rate, whole } from '../../text/format.ts'
import { useActions, useLab, useText } from '../lab-context.tsx'
import { useHeat } from '../use-heat.ts'
import css from './top-bar.module.css'

/** Epoch, pace, time left, and what trains on what. */
export function Progress() {
  const t = useText()
  const { epoch, epochs, epochsPerSecond, left, state } = useHeat()
  const timed = state === 'running' && left !== null && left > 1
  return (
    <div className={css.progress}>
      <p className={css.epochs}>
        <strong>{whole(epoch)}</strong> {t.progress.epochs(epochs)}
      </p>
      <p className={css.pace}>
        {epochsPerSecond !== null && t.progress.rate(rate(epochsPerSecond))}
        {timed && <span className={css.remaining}>{t.progress.left(clock(left))}</span>}
      </p>
      <EngineChip />
    </div>
  )
}

/** Names the engine of the run looked at; choosing another is for the next run. */
export function EngineChip() {
  const t = useText()
  const { setEngine } = useActions()
  const preference = useLab((state) => state.engine)
  const engine = useLab(({ runs, focus }) => runs.find(({ id }) => id === focus)?.engine ?? null)
  const title = engine
    ? t.progress.engineOn(t.progress.engines[engine.name], engine.device)
    : t.progress.engine
  const soft = engine && /swiftshader|llvmpipe|software/i.test(engine.device)
  const automatic = engine
    ? `${t.progress.engines[engine.name]}${engine.name === 'cpu' ? '' : ` · ${soft ? t.progress.software : t.progress.gpu}`}`
    : t.progress.engines.auto
  const options: EnginePreference[] = ['auto', 'webgl', 'cpu']
  return (
    <select
      className={css.engine}
      aria-label={t.progress.engine}
      title={title}
      value={preference}
      onChange={(event) => setEngine(event.target.value as EnginePreference)}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {option === 'auto' ? automatic : t.progress.engines[option]}
        </option>
      ))}
    </select>
  )
}
