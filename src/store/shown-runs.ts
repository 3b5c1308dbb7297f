/** Decides which runs are on the charts, and which of them are in front. */
import { changes } from '../domain/settings/changes.ts'
import type { RunView } from './run-view.ts'
import type { AppState } from './state.ts'

/** The most runs on the charts: a seventh removes the oldest, unless that is pinned. */
const MOST_SHOWN = 6

/** The number of colours that can be told apart. */
export const COLOURS = 5

/** Runs of one group are compared in the run table: they have the same scene and the same data. */
export function groupOf({ preset, experiment: { data } }: Pick<RunView, 'preset' | 'experiment'>): string {
  return [preset ?? '', data.set, data.rows?.digest ?? ''].join(' ')
}

/**
 * The visible runs once `fresh` start. Runs on the charts stay there if they are of the same group, as far as there is
 * room. Runs that start together are a comparison of their own: beside them only pinned runs stay, and `fork`.
 */
export function makeRoom(
  runs: readonly RunView[],
  fresh: readonly Pick<RunView, 'preset' | 'experiment'>[],
  fork: string | null,
): readonly RunView[] {
  const groups = new Set(fresh.map(groupOf))
  const certain = runs.filter(({ id, visible, pinned }) => visible && (pinned || id === fork))
  let room = MOST_SHOWN - fresh.length - certain.length
  const stays = (run: RunView) => {
    if (!run.visible || run.pinned) return run.visible
    if (!groups.has(groupOf(run))) return false
    return run.id === fork || (fresh.length === 1 && room-- > 0)
  }
  // The latest runs come first, so that they get the room.
  return runs
    .toReversed()
    .map((run) => (run.visible && !stays(run) ? { ...run, visible: false } : run))
    .reverse()
}

/** Of all runs only these are on the charts. */
export function onlyShown(runs: readonly RunView[], ids: readonly string[]): readonly RunView[] {
  const others = runs.map((run) => (run.visible && !ids.includes(run.id) ? { ...run, visible: false } : run))
  // One after another, so that no two get the same colour.
  return ids.reduce((all, id) => all.map((run) => (run.id === id ? shown(run, all) : run)), others)
}

/**
 * The ids of the runs that are drawn in full: the run in focus, those started together with it, and pinned ones. Other
 * visible runs lie faintly behind them; after a reset all do.
 */
export function inFront({
  runs,
  runGroup,
  focus,
}: Pick<AppState, 'runs' | 'runGroup' | 'focus'>): ReadonlySet<string> {
  const leading = focus !== null && !runGroup.includes(focus) ? [focus] : runGroup
  return new Set(
    runs.filter(({ id, visible, pinned }) => visible && (pinned || leading.includes(id))).map(({ id }) => id),
  )
}

/** The first colour from 1 that is free. */
export function firstFree(taken: ReadonlySet<number>): number {
  let colour = 1
  while (taken.has(colour)) colour++
  return colour
}

/** Shows a run on the charts, in a colour that no other there has. */
export function shown(run: RunView, runs: readonly RunView[]): RunView {
  const others = new Set(
    runs.filter(({ id, visible }) => visible && id !== run.id).map(({ colour }) => colour),
  )
  return { ...run, visible: true, colour: others.has(run.colour) ? firstFree(others) : run.colour }
}

/**
 * The run in front, after the run drawn with it from which it differs least (the latest of several), of those that were
 * started before it. The first of several has none: it is what the others are changes of. null also where several runs are in
 * front, or no other is drawn.
 */
export function comparedPair(
  visible: readonly RunView[],
  front: ReadonlySet<string>,
): readonly [RunView, RunView] | null {
  const leading = visible.filter(({ id }) => front.has(id))
  // Two runs alone on the charts are a pair, whether both are in front or neither.
  if (visible.length === 2 && leading.length !== 1) return [visible[0]!, visible[1]!]
  const [run, another] = leading
  if (!run || another) return null
  const distance = (other: RunView) => changes(other.experiment, run.experiment).length
  const before = visible.slice(0, visible.indexOf(run))
  const others = before.length === 0 && visible.length === 2 ? visible.slice(1) : before
  const nearest = others.reduce<RunView | null>(
    (best, other) => (best && distance(best) < distance(other) ? best : other),
    null,
  )
  return nearest && [nearest, run]
}
