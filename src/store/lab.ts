/**
 * The lab: a draft that the controls edit, the runs started from it, and how they are looked at. A draft is not a run:
 * starting copies the draft. Works without React; what trains and what downloads is handed in.
 */
import { createStore } from 'zustand/vanilla'
import type { ClientEvent } from '../client/client-event.ts'
import { trainOnce } from '../client/train-once.ts'
import type { Experiment } from '../domain/experiment.ts'
import { type KnobKey, knobValue } from '../domain/knobs.ts'
import { type Lineup, lineupOf, MAX_LINEUP, membersOf } from '../domain/lineup.ts'
import { type DecodedLink, decodeLink, presetScene, type Scene } from '../domain/link.ts'
import { messageOf } from '../domain/message-of.ts'
import { obstacleTo } from '../domain/obstacle.ts'
import { OPENING_PRESET, type PresetKey } from '../domain/presets.ts'
import type { Problem } from '../domain/problem.ts'
import type { ImportProblem } from '../domain/record-problem.ts'
import { reproduction } from '../domain/reproduction.ts'
import type { EnginePreference, EpochRow } from '../domain/run.ts'
import type { Pace } from '../protocol/command.ts'
import { messages } from '../text/messages.ts'
import { applyEvent } from './apply-event.ts'
import { edit } from './edit.ts'
import { firstFree, freshRuns } from './fresh-runs.ts'
import { History } from './history.ts'
import type { Check, LabState, LabWorld, Notice, ViewState } from './lab-state.ts'
import { type Kept, keepRuns } from './run-storage.ts'
import { failure, finalWeights, isLive, type RunView } from './run-view.ts'
import { setApart } from './set-apart.ts'
import { sourceShelf } from './sources.ts'
import { type Place, steps } from './steps.ts'

/** At 1 the average would never move. */
const MAX_SMOOTHING = 0.98

/** Characters of a name that a person gives. */
const LONGEST_NAME = 80

export type Lab = ReturnType<typeof createLab>

export function createLab(world: LabWorld) {
  const { client } = world
  const histories = new Map<string, History>()
  const opening = presetScene(OPENING_PRESET)
  let started = 0
  const nextId = world.nextId ?? (() => `run-${++started}`)
  const done = steps(world.now ?? (() => performance.now()))

  const store = createStore<LabState>(() => ({
    draft: opening,
    baseline: opening.experiment,
    refused: {},
    runs: [],
    heat: [],
    fork: null,
    removed: null,
    focus: null,
    engine: 'auto',
    pace: null,
    measured: 0,
    downloads: {},
    notices: [],
    checks: {},
    view: {
      language: world.language,
      theme: world.theme,
      scale: 'linear',
      smoothing: 0,
      clock: 'epochs',
      lower: null,
      hover: null,
      hide: [],
      sideBySide: false,
      pane: 'quality',
      whatIf: null,
    },
  }))
  const { getState: get, setState: set } = store

  const run = (id: string) => get().runs.find((other) => other.id === id)
  const update = (id: string, change: (run: RunView) => RunView) =>
    set(({ runs }) => ({ runs: runs.map((other) => (other.id === id ? change(other) : other)) }))
  const record = (what: string | null) => done.record(get(), what)
  const words = () => messages(get().view.language)
  const inHeat = () => get().runs.filter(({ id }) => get().heat.includes(id))

  client.listen((event: ClientEvent) => {
    if (event.type === 'fallback') {
      set(({ notices }) => ({
        notices: [...notices.filter(({ kind }) => kind !== 'fallback'), { ...event, kind: 'fallback' }],
      }))
      return
    }
    if (event.type === 'timed') {
      set(({ measured }) => ({ measured: measured + 1 }))
      return
    }
    const history = histories.get(event.run)
    if (!history) return
    if (event.type === 'epochs') history.add(event.rows)
    if (event.type === 'rewound') history.rewind(event.epoch)
    update(event.run, (view) => applyEvent(view, event, history))
  })

  const sources = sourceShelf(world.load, {
    onChange: (key, download) => set(({ downloads }) => ({ downloads: { ...downloads, [key]: download } })),
    onReady: client.supply.bind(client),
  })

  function wantData() {
    sources.want(get().draft.experiment.data).catch(() => {})
  }

  /** What keeps the draft from being run. */
  function obstacles(): Problem[] {
    const problems = membersOf(get().draft).map((member) => obstacleTo(member, world.deviceMemory))
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

  function forget(id: string) {
    client.dispose(id)
    histories.delete(id)
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
    edit(key: KnobKey, value: unknown) {
      const { draft, refused } = get()
      const parsed = edit(draft.experiment, key, value)
      const { [key]: _, ...others } = refused
      if (parsed.ok) {
        record(key)
        set({ draft: { ...draft, experiment: parsed.experiment }, refused: others })
        if (key === 'data') wantData()
      } else set({ refused: { ...others, [key]: parsed.problems[0]! } })
    },
    /** Puts one control back to the baseline's value. */
    undo(key: KnobKey) {
      actions.edit(key, knobValue(get().baseline, key))
    },
    undoAll() {
      const { draft, baseline } = get()
      record(null)
      set({ draft: { ...draft, experiment: baseline }, refused: {} })
      wantData()
    },
    choosePreset(preset: PresetKey) {
      record(null)
      actions.openScene(presetScene(preset))
    },
    openScene(scene: Scene) {
      // A link without a preset is a scene of its own: what is changed from here on stands out.
      const baseline = scene.preset === null ? scene.experiment : presetScene(scene.preset).experiment
      actions.stop()
      // Runs of another scene stay in the list, not on the charts.
      const runs = get().runs.map((other) => ({ ...other, visible: false }))
      set({ draft: scene, baseline, refused: {}, runs, heat: [], fork: null, focus: null })
      wantData()
    },
    openLink(hash: string) {
      const link: DecodedLink = decodeLink(hash)
      const { language, theme, hide, engine, pace, panes, problems } = link
      set((now) => ({
        engine: engine ?? now.engine,
        pace: pace ?? now.pace,
        view: {
          ...now.view,
          language: language ?? now.view.language,
          theme: theme ?? now.view.theme,
          hide,
          sideBySide: panes !== null,
          pane: panes ?? now.view.pane,
        },
        notices: [
          ...now.notices.filter(({ kind }) => kind !== 'link'),
          ...(problems.length > 0 ? [{ kind: 'link' as const, problems }] : []),
        ],
      }))
      actions.openScene({ preset: link.preset, experiment: link.experiment, lineup: link.lineup })
      if (link.run) start(false)
    },
    /** Puts the lineup into the draft and starts it. */
    race(lineup: Lineup) {
      record(null)
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
      record(null)
      set({ draft: { preset: null, experiment, lineup: lineupOf(shown) }, baseline: experiment, refused: {} })
      start(false)
    },
    clearLineup() {
      record(null)
      set(({ draft }) => ({ draft: { ...draft, lineup: null } }))
    },
    retryDownload() {
      wantData()
    },
    dismiss(kind: Notice['kind']) {
      set(({ notices }) => ({ notices: notices.filter((notice) => notice.kind !== kind) }))
    },
    /** Of the runs in progress and of those to come. */
    setPace(pace: Pace) {
      set({ pace })
      for (const view of get().runs) if (isLive(view)) client.setPace(view.id, pace)
    },
    setEngine(engine: EnginePreference) {
      set({ engine })
    },
    /** The draft again, on another engine. */
    retryOn(engine: EnginePreference) {
      set({ engine })
      start(false)
    },
    look(change: Partial<ViewState>) {
      const smoothing = Math.min(change.smoothing ?? get().view.smoothing, MAX_SMOOTHING)
      set(({ view }) => ({ view: { ...view, ...change, smoothing } }))
    },
    /** Tells about this run. Alone on the charts it stays alone; among others it joins them. */
    focusOn(id: string) {
      set(({ runs }) => {
        const alone = runs.filter(({ visible }) => visible).length <= 1
        return {
          focus: id,
          runs: runs.map((other) =>
            other.id === id ? { ...other, visible: true } : alone ? { ...other, visible: false } : other,
          ),
        }
      })
    },
    toggleVisible(id: string) {
      update(id, (view) => ({ ...view, visible: !view.visible }))
      if (get().focus === null) set({ focus: id })
    },
    rename(id: string, name: string) {
      const trimmed = name.trim().slice(0, LONGEST_NAME)
      const others = get().runs.filter((other) => other.id !== id)
      update(id, ({ apart: _, ...view }) =>
        trimmed === ''
          ? setApart([{ ...view, name: null }], others, words())[0]!
          : { ...view, name: trimmed },
      )
    },
    togglePinned(id: string) {
      update(id, (view) => ({ ...view, pinned: !view.pinned }))
    },
    /** The run's experiment as the draft, and the run as what the draft is a change from. */
    fork(id: string) {
      const view = run(id)
      if (!view) return
      record(null)
      actions.stop()
      set(({ runs }) => ({
        draft: { preset: view.preset, experiment: view.experiment, lineup: null },
        baseline: view.experiment,
        refused: {},
        fork: id,
        focus: id,
        heat: [],
        runs: runs.map((other) => ({ ...other, visible: other.id === id })),
      }))
      wantData()
    },
    /** The draft as a run beside this one, which stays on the charts. */
    runBeside(id: string) {
      set({ fork: id })
      start(false)
    },
    /** The draft as it was before the last change of it. */
    undoEdit() {
      goTo(done.back(get()))
    },
    redoEdit() {
      goTo(done.forward(get()))
    },
    /** A pointer that is down holds the edits of a control together. */
    gesture: done.hold,
    /** Runs that others made, or an earlier page. Ids that are here already are made anew. */
    take(runs: readonly Kept[]) {
      const taken = new Set(get().runs.map(({ id }) => id))
      const colours = new Set(get().runs.map(({ colour }) => colour))
      const added = runs.map(({ view, rows }) => {
        const id = taken.has(view.id) ? nextId() : view.id
        const history = new History()
        history.add(rows)
        histories.set(id, history)
        taken.add(id)
        const colour = firstFree(colours)
        colours.add(colour)
        return { ...view, id, colour }
      })
      const named = setApart(added, get().runs, words())
      set((now) => ({ runs: [...now.runs, ...named], focus: named.at(-1)?.id ?? now.focus }))
    },
    /** Trains a recorded run again, off the list, and tells whether it is the same. */
    async check(id: string) {
      const view = run(id)
      const recorded = histories.get(id)?.rows() ?? []
      if (!view || isLive(view) || get().checks[id]?.kind === 'running') return
      const tell = (check: Check) => set(({ checks }) => ({ checks: { ...checks, [id]: check } }))
      tell({ kind: 'running', epoch: 0 })
      const enough = new AbortController()
      try {
        await sources.want(view.experiment.data)
        const { rows, engine, outcome } = await trainOnce(client, `check-${nextId()}`, view.experiment, {
          engine: 'wasm',
          signal: enough.signal,
          onEpoch: ({ epoch }) => {
            // A run that was stopped by hand is followed as far as it went.
            if (epoch >= recorded.length) enough.abort()
            else tell({ kind: 'running', epoch })
          },
        })
        if (outcome.kind === 'failed') return tell({ kind: 'failed' })
        const exact = view.engine?.name === 'wasm' && engine?.name === 'wasm'
        tell(reproduction(recorded, rows.slice(0, recorded.length), exact))
      } catch {
        tell({ kind: 'failed' })
      }
    },
    refuseImport(why: ImportProblem) {
      set(({ notices }) => ({
        notices: [...notices.filter(({ kind }) => kind !== 'import'), { kind: 'import', why }],
      }))
    },
    /** Brings back the run deleted last. */
    restoreRemoved() {
      const { removed } = get()
      if (!removed) return
      const { view, history, index } = removed
      histories.set(view.id, history)
      set(({ runs }) => ({ runs: runs.toSpliced(index, 0, view), removed: null }))
    },
    forgetRemoved() {
      set({ removed: null })
    },
    remove(id: string) {
      const index = get().runs.findIndex((other) => other.id === id)
      const [view, history] = [get().runs[index], histories.get(id)]
      if (!view || !history) return
      forget(id)
      set(({ runs, heat, focus, fork }) => ({
        removed: { view, history, index },
        fork: fork === id ? null : fork,
        runs: runs.filter((other) => other.id !== id),
        heat: heat.filter((other) => other !== id),
        focus: focus === id ? null : focus,
      }))
    },
    /** Opens the sealed test set for a run that has ended, once. */
    async openTest(id: string) {
      const view = run(id)
      const weights = view && finalWeights(view)
      if (!view || !weights || view.test.kind !== 'sealed') return
      update(id, (now) => ({ ...now, test: { kind: 'opening' } }))
      try {
        const score = await client.test(view.experiment, weights)
        update(id, (now) => ({ ...now, test: { kind: 'opened', score } }))
      } catch {
        update(id, (now) => ({ ...now, test: { kind: 'sealed' } }))
      }
    },
  }

  function goTo(place: Place | null) {
    if (!place) return
    const { draft, baseline, fork } = place
    set({ draft, baseline, fork, refused: {} })
    wantData()
  }

  const keeper =
    world.storage &&
    keepRuns(world.storage, {
      runs: () => get().runs,
      epochs: (id) => (histories.get(id) ?? new History()).packed(),
      onProblem: (why) =>
        set(({ notices }) => ({
          notices: [...notices.filter(({ kind }) => kind !== 'storage'), { kind: 'storage', why }],
        })),
    })
  if (keeper)
    store.subscribe(({ runs }, before) => {
      if (runs !== before.runs) keeper.look(runs, before.runs)
    })

  /** Runs of earlier pages, before those of this one; on the charts only where they belong to the scene that is open. */
  async function restore() {
    const kept = (await keeper?.load()) ?? []
    if (kept.length === 0) return
    const { draft, heat } = get()
    const back = kept.map(({ view, rows }) => {
      const history = new History()
      history.add(rows)
      histories.set(view.id, history)
      const here =
        heat.length === 0 &&
        view.preset === draft.preset &&
        view.experiment.data.set === draft.experiment.data.set
      return view.visible && !here ? { ...view, visible: false } : view
    })
    set(({ runs, focus }) => ({
      runs: [...back, ...runs],
      focus: focus ?? back.findLast(({ visible }) => visible)?.id ?? null,
    }))
  }

  return {
    store,
    actions,
    restore,
    /** Writes what is not yet kept, as when the page closes. */
    saveRuns: async () => keeper?.flush(),
    obstacles,
    heatIsDraft,
    /** A run's epochs so far; empty for a run that is gone. */
    history: (id: string): readonly EpochRow[] => histories.get(id)?.rows() ?? [],
    /** Seconds trained up to the end of an epoch. */
    elapsed: (id: string, epoch: number): number => histories.get(id)?.elapsed(epoch) ?? 0,
    /** The same in outline, for drawing; the best epoch is always there. */
    outline: ({ id, best }: RunView): readonly EpochRow[] => histories.get(id)?.outline(best) ?? [],
    sources,
    /** How fast each engine that was measured would train an experiment here, the fastest first. */
    speeds: (experiment: Experiment) => client.speeds(experiment),
    deviceMemory: world.deviceMemory,
    client,
  }
}
