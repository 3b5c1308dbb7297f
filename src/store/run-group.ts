/** A run group: runs that start together and are controlled together from then on. */
import { type Comparison, comparisonOf, MOST_COMPARED, membersOf } from '../domain/comparison/comparison.ts'
import type { Experiment } from '../domain/experiment/experiment.ts'
import { experimentKey, sameExperiment } from '../domain/experiment/identity.ts'
import type { Problem } from '../domain/experiment/problem.ts'
import type { Scene } from '../domain/link/scene.ts'
import { messageOf } from '../domain/message-of.ts'
import { cannotRunReason } from '../domain/parsing/cannot-run.ts'
import type { EnginePreference } from '../domain/run/engines.ts'
import type { Checkpoint } from '../protocol/checkpoint.ts'
import type { Pace } from '../protocol/command.ts'
import { setApart } from './differences.ts'
import { freshRuns } from './fresh-runs.ts'
import { History } from './history.ts'
import { failure, isInProgress, type RunView } from './run-view.ts'
import { makeRoom, shown } from './shown-runs.ts'
import type { StoreCore } from './store-core.ts'
import { type Begun, type BranchPoint, begun, branchProblem, enginesUntil } from './time-travel/branching.ts'
import { KeptStates } from './time-travel/kept-states.ts'

export interface RunGroupActions {
  /** What space and the yellow button do: start, pause or continue. */
  runOrPause(): void
  pause(): void
  /** Trains one epoch: of the paused run group, or of a new one. */
  step(): void
  stop(): void
  /** Goes back to epoch 0 and the same initial weights. Runs in training are stopped and stay in the list. */
  reset(): void
  /** Continues a run that was cut off when the page was left, from its last checkpoint, as if it had never stopped. */
  continueRun(id: string): void
  /**
   * Starts the controls' experiment with the weights that a run had at the end of an epoch. What it trains is stopped, and the
   * run stays on the charts. Does nothing where that cannot be done (time-travel/branching.ts).
   */
  branch(id: string, point: BranchPoint): void
  /** Puts the comparison into the draft and starts it. */
  tunedComparison(comparison: Comparison): void
  /** Starts the runs on the charts again, all at once from the beginning: their experiments become the draft. */
  runTogether(): void
  /** Starts the draft beside this run, which stays on the charts. */
  runBeside(id: string): void
  /**
   * Trains changes of a run beside it, as forks: the run stays on the charts. The controls then show the first of them,
   * as a change of the run's settings. The page goes on to describe a single change; of several it describes the run,
   * where they are compared.
   */
  tryInstead(id: string, experiments: readonly Experiment[]): void
  /** Limits the pace of the runs in progress and of later ones. */
  setPace(pace: Pace): void
  /** Starts the draft again on another engine. */
  retryOn(engine: EnginePreference): void
}

export interface RunGroup {
  readonly actions: RunGroupActions
  /** Starts what the draft describes, or these experiments in its place. */
  start(oneEpoch: boolean, members?: readonly Experiment[]): void
  /** The reason why the draft cannot be run; empty if it can. */
  cannotRunReasons(): Problem[]
  /** Whether continuing the run group trains what the controls show now. */
  runGroupIsDraft(): boolean
}

export function runGroupActions(core: StoreCore): RunGroup {
  const { get, set, client, histories, sources, nextId, run, update, inRunGroup, words, forget } = core

  /** The run group that was started last, and the draft that it was started from. */
  let started: { readonly draft: Scene; readonly runGroup: readonly string[] } | null = null

  function cannotRunReasons(): Problem[] {
    const problems = membersOf(get().draft, core.tables).map((member) =>
      cannotRunReason(member, core.deviceMemory),
    )
    return problems.filter((problem) => problem !== null).slice(0, 1)
  }

  async function launch(view: RunView, oneEpoch: boolean, from: Checkpoint | null = null) {
    try {
      await sources.want(view.experiment.data)
    } catch (error) {
      update(view.id, (now) => ({
        ...now,
        status: failure('data', messageOf(error), 0),
      }))
      return
    }
    // The run was removed or stopped while its data were being downloaded.
    const now = run(view.id)
    if (now && isInProgress(now))
      client.start(view.id, view.experiment, {
        engine: view.preference,
        oneEpoch,
        from,
        pace: get().pace,
        keepEpochs: true,
      })
  }

  function start(oneEpoch: boolean, members: readonly Experiment[] = membersOf(get().draft, core.tables)) {
    if (members.some((member) => cannotRunReason(member, core.deviceMemory) !== null)) return
    for (const other of inRunGroup()) if (isInProgress(other)) actions.stop()
    const { draft, runs, fork } = get()
    const coming = members.map((experiment) => ({ preset: draft.preset, experiment }))
    const kept = makeRoom(runs, coming, fork)
    const fresh = setApart(freshRuns(get(), members, kept, nextId), kept, words())
    for (const { id } of fresh) histories.set(id, new History())
    const runGroup = fresh.map(({ id }) => id)
    started = { draft, runGroup }
    set({
      runs: [...kept, ...fresh],
      runGroup,
      focus: fresh[0]?.id ?? null,
      // The page shows what was started, and not what follows the controls.
      live: null,
      // A refused value was never in the draft, so its message goes: the run shows the value that was.
      refused: {},
    })
    for (const view of fresh) void launch(view, oneEpoch)
  }

  function startBranch({ parent, experiment, branch, checkpoint }: Begun) {
    actions.stop()
    const { draft, runs } = get()
    const kept = makeRoom(runs, [{ preset: draft.preset, experiment }], parent.id)
    const alone = { ...get(), draft: { ...draft, comparison: null } }
    const [fresh] = freshRuns(alone, [experiment], kept, nextId) as [RunView]
    const history = new History()
    history.add((histories.get(parent.id)?.rows() ?? []).slice(0, branch.epoch))
    const view: RunView = {
      ...fresh,
      branch,
      ...enginesUntil(parent, branch.epoch),
      ...(branch.epoch > 0 && parent.start && { start: parent.start }),
      latest: history.row(branch.epoch),
      seconds: history.seconds(),
    }
    const [named] = setApart([view], kept, words()) as [RunView]
    // A page that is left at once finds all of it again.
    histories.set(view.id, history)
    core.kept.set(view.id, new KeptStates(experiment, checkpoint))
    core.checkpoints.set(view.id, checkpoint)
    const runGroup = [view.id]
    started = { draft, runGroup }
    set({ runs: [...kept, named], runGroup, focus: view.id, live: null, refused: {} })
    void launch(named, false, checkpoint)
  }

  function runGroupIsDraft(): boolean {
    const { draft, runGroup } = get()
    if (started?.draft === draft && started.runGroup === runGroup) return true
    const members = membersOf(get().draft, core.tables)
    const present = inRunGroup().map(({ experiment }) => experiment)
    return (
      members.length === present.length && members.every((member, i) => sameExperiment(member, present[i]!))
    )
  }

  const actions: RunGroupActions = {
    runOrPause() {
      const runGroup = inRunGroup()
      if (runGroup.some(({ status }) => status.kind === 'running')) return actions.pause()
      if (runGroup.some(({ status }) => status.kind === 'warming' || status.kind === 'waiting')) return
      if (runGroup.some(({ status }) => status.kind === 'paused') && runGroupIsDraft()) {
        for (const { id, status } of runGroup) if (status.kind === 'paused') client.resume(id)
        return
      }
      start(false)
    },
    pause() {
      for (const { id, status } of inRunGroup()) if (status.kind === 'running') client.pause(id)
    },
    step() {
      const runGroup = inRunGroup()
      if (
        runGroup.some(
          ({ status }) => status.kind === 'running' || status.kind === 'warming' || status.kind === 'waiting',
        )
      )
        return
      if (runGroup.some(isInProgress) && runGroupIsDraft()) {
        for (const { id, status } of runGroup) if (status.kind === 'paused') client.step(id)
      } else start(true)
    },
    stop() {
      for (const { id, status } of inRunGroup()) {
        if (status.kind === 'waiting') {
          const outcome = { kind: 'stopped', epoch: 0, best: 0, restored: null } as const
          client.dispose(id)
          update(id, (view) => ({ ...view, status: { kind: 'ended', outcome } }))
        } else client.stop(id)
      }
    },
    reset() {
      const untrained = inRunGroup().filter(({ latest }) => latest === null)
      actions.stop()
      for (const { id } of untrained) forget(id)
      set(({ runs }) => ({ runs: runs.filter((other) => !untrained.some(({ id }) => id === other.id)) }))
      set({ runGroup: [], focus: null })
    },
    continueRun(id) {
      const view = run(id)
      if (!view?.interrupted) return
      actions.stop()
      const { checkpoint } = view.interrupted
      const history = histories.get(id)!
      history.rewind(checkpoint?.epoch ?? 0)
      const waiting: RunView = {
        ...shown(view, get().runs),
        status: { kind: 'waiting' },
        latest: history.row(history.length),
        best: checkpoint && history.row(checkpoint.stopping.bestEpoch),
        weights: null,
        interrupted: null,
      }
      update(id, () => waiting)
      set({ runGroup: [id], focus: id, live: null })
      if (checkpoint) core.checkpoints.set(id, checkpoint)
      void launch(waiting, false, checkpoint)
    },
    branch(id, point) {
      const parent = run(id)
      const { experiment } = get().draft
      if (!parent || branchProblem(parent, experiment, point.epoch, core.deviceMemory) !== null) return
      const found = begun(parent, core.kept.get(id) ?? null, experiment, point)
      if (found) startBranch(found)
    },
    tunedComparison(comparison) {
      core.recordDraft()
      set(({ draft }) => ({ draft: { ...draft, comparison } }))
      start(false)
    },
    runTogether() {
      const visible = get().runs.filter((view) => view.visible)
      // A comparison takes the same experiment only once.
      const byContents = new Map(visible.map(({ experiment }) => [experimentKey(experiment), experiment]))
      const together = [...byContents.values()].slice(0, MOST_COMPARED)
      const [experiment] = together
      if (!experiment) return
      core.recordDraft()
      set({
        draft: { preset: null, experiment, comparison: comparisonOf(together) },
        baseline: experiment,
        refused: {},
      })
      start(false)
    },
    runBeside(id) {
      update(id, (view) => shown(view, get().runs))
      set({ fork: id })
      start(false)
    },
    tryInstead(id, experiments) {
      const view = run(id)
      const [first] = experiments
      if (!view || !first) return
      core.recordDraft()
      update(id, (now) => ({ ...shown(now, get().runs), pinned: now.pinned }))
      set({
        draft: { preset: view.preset, experiment: first, comparison: null },
        baseline: view.experiment,
        refused: {},
        fork: id,
      })
      start(false, experiments)
      if (experiments.length > 1) set({ focus: id })
    },
    setPace(pace) {
      set({ pace })
      for (const view of get().runs) if (isInProgress(view)) client.setPace(view.id, pace)
    },
    retryOn(engine) {
      set({ engine })
      start(false)
    },
  }
  return { actions, start, cannotRunReasons, runGroupIsDraft }
}
