/** The heat: runs that are started together, and steered together from then on. */
import { type Lineup, lineupOf, MAX_LINEUP, membersOf } from '../domain/lineup.ts'
import { messageOf } from '../domain/message-of.ts'
import { obstacleTo } from '../domain/obstacle.ts'
import type { Problem } from '../domain/problem.ts'
import type { EnginePreference } from '../domain/run.ts'
import type { Pace } from '../protocol/command.ts'
import type { Desk } from './desk.ts'
import { freshRuns } from './fresh-runs.ts'
import { History } from './history.ts'
import { failure, isLive, type RunView } from './run-view.ts'
import { setApart } from './set-apart.ts'

/** `record` is told before the draft changes. */
export function heatActions(desk: Desk, record: () => void) {
  const { get, set, client, histories, sources, nextId, run, update, inHeat, words, forget } = desk

  /** What keeps the draft from being run. */
  function obstacles(): Problem[] {
    const problems = membersOf(get().draft).map((member) => obstacleTo(member, desk.deviceMemory))
    return problems.filter((problem) => problem !== null).slice(0, 1)
  }

  async function launch(view: RunView, oneEpoch: boolean) {
    try {
      await sources.want(view.experiment.data)
    } catch (error) {
      update(view.id, (now) => ({
        ...now,
        status: failure('data', messageOf(error), 0),
      }))
      return
    }
    // Gone or stopped while its data were on their way.
    const now = run(view.id)
    if (now && isLive(now))
      client.start(view.id, view.experiment, { engine: view.preference, oneEpoch, pace: get().pace })
  }

  function start(oneEpoch: boolean) {
    if (obstacles().length > 0) return
    for (const other of inHeat()) if (isLive(other)) actions.stop()
    const { draft, runs } = get()
    const same = new Set(membersOf(draft).map((member) => JSON.stringify(member)))
    const replaced = (other: RunView) =>
      !other.pinned && other.name === null && same.has(JSON.stringify(other.experiment))
    const kept = runs
      .filter((other) => !replaced(other))
      .map((other) => ({ ...other, visible: other.visible && (other.pinned || other.id === get().fork) }))
    for (const other of runs) if (replaced(other)) forget(other.id)
    const fresh = setApart(freshRuns(get(), kept, nextId), kept, words())
    for (const { id } of fresh) histories.set(id, new History())
    set({
      runs: [...kept, ...fresh],
      heat: fresh.map(({ id }) => id),
      focus: fresh[0]?.id ?? null,
      // What was refused is not in the draft, and the run shows what is.
      refused: {},
    })
    for (const view of fresh) void launch(view, oneEpoch)
  }

  /** Whether going on with the heat means what the controls say now. */
  function heatIsDraft(): boolean {
    const members = membersOf(get().draft).map((member) => JSON.stringify(member))
    const present = inHeat().map(({ experiment }) => JSON.stringify(experiment))
    return members.length === present.length && members.every((member, i) => member === present[i])
  }

  const actions = {
    /** Space and the yellow button: start, pause or go on. */
    runOrPause() {
      const heat = inHeat()
      if (heat.some(({ status }) => status.kind === 'running')) return actions.pause()
      if (heat.some(({ status }) => status.kind === 'warming' || status.kind === 'waiting')) return
      if (heat.some(({ status }) => status.kind === 'paused') && heatIsDraft()) {
        for (const { id, status } of heat) if (status.kind === 'paused') client.resume(id)
        return
      }
      start(false)
    },
    pause() {
      for (const { id, status } of inHeat()) if (status.kind === 'running') client.pause(id)
    },
    /** One epoch: of the paused heat, or of a new one. */
    step() {
      const heat = inHeat()
      if (
        heat.some(
          ({ status }) => status.kind === 'running' || status.kind === 'warming' || status.kind === 'waiting',
        )
      )
        return
      if (heat.some(isLive) && heatIsDraft()) {
        for (const { id, status } of heat) if (status.kind === 'paused') client.step(id)
      } else start(true)
    },
    stop() {
      for (const { id, status } of inHeat()) {
        if (status.kind === 'waiting') {
          const outcome = { kind: 'stopped', epoch: 0, best: 0, restored: null } as const
          client.dispose(id)
          update(id, (view) => ({ ...view, status: { kind: 'ended', outcome } }))
        } else client.stop(id)
      }
    },
    /** Back to epoch 0 and the same initial weights: the heat is taken off the page, but for what was pinned or named. */
    reset() {
      actions.stop()
      const gone = inHeat().filter(({ pinned, name }) => !pinned && name === null)
      for (const { id } of gone) forget(id)
      set(({ runs }) => {
        const left = runs.filter((other) => !gone.some(({ id }) => id === other.id))
        return { runs: left, heat: [], focus: null }
      })
    },
    /** Puts the lineup into the draft and starts it. */
    race(lineup: Lineup) {
      record()
      set(({ draft }) => ({ draft: { ...draft, lineup } }))
      start(false)
    },
    /** The runs on the charts, all at once from the start: their experiments become the draft. */
    runTogether() {
      const shown = get()
        .runs.filter(({ visible }) => visible)
        .slice(0, MAX_LINEUP)
        .map(({ experiment }) => experiment)
      const [experiment] = shown
      if (!experiment) return
      record()
      set({ draft: { preset: null, experiment, lineup: lineupOf(shown) }, baseline: experiment, refused: {} })
      start(false)
    },
    /** The draft as a run beside this one, which stays on the charts. */
    runBeside(id: string) {
      set({ fork: id })
      start(false)
    },
    /** Of the runs in progress and of those to come. */
    setPace(pace: Pace) {
      set({ pace })
      for (const view of get().runs) if (isLive(view)) client.setPace(view.id, pace)
    },
    /** The draft again, on another engine. */
    retryOn(engine: EnginePreference) {
      set({ engine })
      start(false)
    },
  }
  return { actions, start, obstacles, heatIsDraft }
}
