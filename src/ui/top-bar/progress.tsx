import { ENGINE_NAMES, type EnginePreference } from '../../domain/run/engines.ts'
import { clock, duration, rate, whole } from '../../text/format.ts'
import { ChipSelect } from '../kit/chip-select.tsx'
import { useActions, useAppState, useText } from '../shared/app-context.tsx'
import { reportedSpeeds, speedTexts, useSpeeds } from '../shared/engine-speeds.ts'
import { useLive } from '../shared/live-context.tsx'
import { about } from '../shared/marks.ts'
import { useFocusedRun } from '../shared/use-focused-run.ts'
import { useRunGroup } from '../shared/use-run-group.ts'
import css from './top-bar.module.css'

/** Shows epoch, pace, time left, and the engine with its device. */
export function Progress() {
  const t = useText()
  const { epoch, epochs, epochsPerSecond, left, state } = useRunGroup()
  const live = useLive()
  const timed = live === null && state === 'running' && left !== null && left > 1
  return (
    <div className={css.progress}>
      <div className={css.facts}>
        <p className={css.epochs}>
          <strong>{whole(epoch)}</strong> / {whole(epochs)} <span>{t.progress.short}</span>
        </p>
        {live?.seconds != null && <p className={css.rate}>{t.live.secondsARun(duration(live.seconds))}</p>}
        {timed && <p className={css.remaining}>{t.progress.left(clock(left))}</p>}
        {live === null && epochsPerSecond !== null && (
          <p className={css.rate}>{t.progress.rate(rate(epochsPerSecond))}</p>
        )}
        <PaceChip />
        <div className={css.engine}>
          <EngineChip />
        </div>
      </div>
    </div>
  )
}

/** Paces, in epochs a second, that an eye can follow. */
const PACES = [3, 10, 30, 100]

/** Limits how fast runs train, for an audience that wants to see the curve being drawn. */
export function PaceChip() {
  const t = useText()
  const { setPace } = useActions()
  const pace = useAppState((state) => state.pace)
  const choices = pace === null || PACES.includes(pace) ? PACES : [...PACES, pace].sort((a, b) => a - b)
  return (
    <span {...about('tool.pace')}>
      <ChipSelect
        label={t.progress.pace}
        shown={pace === null ? t.progress.fullShort : t.progress.rateShort(rate(pace))}
        title={t.progress.paceHint}
        value={pace === null ? '' : String(pace)}
        onChange={(value) => setPace(value === '' ? null : Number(value))}
      >
        <option value="">{t.progress.fullPace}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {t.progress.atMost(rate(choice))}
          </option>
        ))}
      </ChipSelect>
    </span>
  )
}

/**
 * Names the engine of the run in focus and the speed of each measured one; choosing another applies to the next run.
 */
export function EngineChip() {
  const t = useText()
  const { setEngine } = useActions()
  const preference = useAppState((state) => state.engine)
  const run = useFocusedRun()
  const pace = useAppState((state) => state.pace)
  const engine = run?.engine ?? null
  const speeds = reportedSpeeds(useSpeeds(), run, pace)
  const device = engine && t.progress.engineOn(t.progress.engines[engine.name], engine.device)
  const measured = speeds.length > 0 && t.progress.measured(speedTexts(speeds, t))
  const chosen = engine?.name ?? speeds[0]?.engine
  const used = preference === 'auto' ? (chosen ?? 'auto') : preference
  return (
    <span {...about('tool.engine')}>
      <ChipSelect
        label={t.progress.engine}
        shown={t.progress.engines[used]}
        title={[t.progress.engineHint, device, measured].filter(Boolean).join('\n')}
        value={preference}
        onChange={(value) => setEngine(value as EnginePreference)}
      >
        <option value="auto">
          {chosen ? t.progress.automatic(t.progress.engines[chosen]) : t.progress.engines.auto}
        </option>
        {ENGINE_NAMES.map((option) => (
          <option key={option} value={option}>
            {t.progress.engines[option]}
          </option>
        ))}
      </ChipSelect>
    </span>
  )
}
