import type { Experiment } from '../domain/experiment/experiment.ts'
import { changes } from '../domain/settings/changes.ts'
import { settingText } from '../domain/settings/setting-values.ts'
import type { RunView } from './run-view.ts'
import { COLOURS, firstFree } from './shown-runs.ts'
import type { AppState } from './state.ts'

/**
 * Runs of these experiments, each in the first colour that kept runs leave free. When all colours are in use,
 * runs that start together still differ from each other: they share colours with kept runs that are hidden.
 */
export function freshRuns(
  { draft, baseline, engine }: AppState,
  members: readonly Experiment[],
  kept: readonly RunView[],
  nextId: () => string,
): RunView[] {
  const taken = new Set(kept.map(({ colour }) => colour))
  const together = new Set(kept.filter(({ visible }) => visible).map(({ colour }) => colour))
  const { comparison, preset } = draft
  const values = members.map(
    (experiment) => comparison && (settingText(experiment, comparison.setting) ?? ''),
  )
  return members.map((experiment, i) => {
    const free = firstFree(taken)
    const colour = free <= COLOURS ? free : firstFree(together)
    taken.add(colour)
    together.add(colour)
    return {
      id: nextId(),
      name: null,
      pinned: false,
      imported: false,
      experiment,
      preset,
      changes: changes(baseline, experiment).filter(({ key }) => key !== comparison?.setting),
      lineupValue: comparison && {
        key: comparison.setting,
        to: values[i]!,
      },
      ...(comparison && values.filter((value) => value === values[i]).length > 1 && { sharesValue: true }),
      preference: engine,
      colour,
      visible: true,
      status: { kind: 'waiting' },
      engine: null,
      latest: null,
      best: null,
      patience: { best: 0, wait: 0 },
      seconds: 0,
      epochsPerSecond: null,
      test: { kind: 'sealed' },
      weights: null,
      interrupted: null,
    }
  })
}
