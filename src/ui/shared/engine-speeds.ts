import type { EngineSpeed } from '../../domain/run/engines.ts'
import type { RunView } from '../../store/run-view.ts'
import { rate } from '../../text/format.ts'
import type { Messages } from '../../text/messages.ts'
import { useAppContext, useAppState } from './app-context.tsx'
import { useShownExperiment } from './use-focused-run.ts'

/** WASM 4,900 */
export function speedTexts(speeds: readonly EngineSpeed[], t: Messages): string[] {
  return speeds.map(({ engine, epochsPerSecond }) => `${t.progress.engines[engine]} ${rate(epochsPerSecond)}`)
}

/**
 * The speeds measured in a few steps, except for the engine that trained the run: for that one it is the run's real
 * pace, the same number as in the top bar. A run with a limited pace says nothing about its engine.
 */
export function reportedSpeeds(
  speeds: readonly EngineSpeed[],
  run: Pick<RunView, 'engine' | 'epochsPerSecond'> | undefined,
  pace: number | null,
): readonly EngineSpeed[] {
  const epochsPerSecond = run?.epochsPerSecond ?? null
  if (epochsPerSecond === null || pace !== null) return speeds
  return speeds
    .map((speed) => (speed.engine === run?.engine?.name ? { ...speed, epochsPerSecond } : speed))
    .sort((a, b) => b.epochsPerSecond - a.epochsPerSecond)
}

/** The speeds measured for the run in focus, or for the draft before there is a run. */
export function useSpeeds(): readonly EngineSpeed[] {
  const { app } = useAppContext()
  useAppState((state) => state.measured)
  return app.speeds(useShownExperiment())
}
