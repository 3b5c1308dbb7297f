/**
 * The lab: a draft that the controls edit, the runs started from it, and how they are looked at. A draft is not a run:
 * starting copies the draft. Works without React; what trains and what downloads is handed in.
 */
import { createStore } from 'zustand/vanilla'
import type { ClientEvent, EngineClient, EnginePreference } from '../client/client.ts'
import type { OnProgress } from '../client/packed-data.ts'
import type { PackedSource } from '../domain/data/dataset.ts'
import { dataSet } from '../domain/data/registry.ts'
import type { DataSetKey, Experiment } from '../domain/experiment.ts'
import { changes, type KnobKey, knobText, knobValue } from '../domain/knobs.ts'
import {
  type DecodedLink,
  decodeLink,
  type Language,
  membersOf,
  presetScene,
  type Scene,
  type Theme,
} from '../domain/link.ts'
import { memoryBudget, memoryNeeded } from '../domain/memory.ts'
import type { PresetKey } from '../domain/presets.ts'
import type { Problem } from '../domain/problem.ts'
import type { EpochRow } from '../domain/run.ts'
import { applyEvent } from './apply-event.ts'
import { edit } from './edit.ts'
import { failure, finalWeights, isLive, type RunView } from './run-view.ts'

export interface LabWorld {
  readonly client: EngineClient
  readonly load: (set: DataSetKey, onProgress: OnProgress) => Promise<PackedSource>
  /** GiB, as the browser tells it. */
  readonly deviceMemory: number | undefined
  readonly language: Language
  readonly theme: Theme | null
}

export type { EnginePreference }

export type Download =
  | { readonly kind: 'loading'; readonly share: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }

export type Notice =
  | { readonly kind: 'link'; readonly problems: readonly Problem[] }
  | { readonly kind: 'fallback'; readonly why: 'unavailable' | 'lost'; readonly detail: string }

export interface ViewState {
  readonly language: Language
  /** null follows the system. */
  readonly theme: Theme | null
  readonly scale: 'linear' | 'log'
  /** Weight of the moving average, 0..1. */
  readonly smoothing: number
  /** Epoch under the pointer, shared by all charts. */
  readonly hover: number | null
  readonly hide: readonly KnobKey[]
}

export interface LabState {
  readonly draft: Scene
  /** What the draft is a change from. */
  readonly baseline: Experiment
  /** Values that were refused, by control. The draft keeps its last good value. */
  readonly refused: Partial<Record<KnobKey, Problem>>
  readonly runs: readonly RunView[]
  /** The runs that Run, Pause, Step, Stop and Reset speak to: those started together last. */
  readonly heat: readonly string[]
  /** The run told about in words and drawn in the side view. */
  readonly focus: string | null
  readonly engine: EnginePreference
  readonly downloads: Partial<Record<DataSetKey, Download>>
  readonly notices: readonly Notice[]
  readonly view: ViewState
}

const MAX_SMOOTHING = 0.98

export type Lab = ReturnType<typeof createLab>

export function createLab(world: LabWorld) {
  const { client } = world
  const histories = new Map<string, EpochRow[]>()
  const sources = new Map<DataSetKey, PackedSource>()
  const loading = new Map<DataSetKey, Promise<PackedSource>>()
  const opening = presetScene('overfitting')
  let started = 0

  const store = createStore<LabState>(() => ({
    draft: opening,
    baseline: opening.experiment,
    refused: {},
    runs: [],
    heat: [],
    focus: null,
    engine: 'auto',
    downloads: {},
    notices: [],
    view: {
      language: world.language,
      theme: world.theme,
      scale: 'linear',
      smoothing: 0,
      hover: null,
      hide: [],
    },
  }))
  const { getState: get, setState: set } = store

  const run = (id: string) => get().runs.find((other) => other.id === id)
  const update = (id: string, change: (run: RunView) => RunView) =>
    set(({ runs }) => ({ runs: runs.map((other) => (other.id === id ? change(other) : other)) }))
  const inHeat = () => get().runs.filter(({ id }) => get().heat.includes(id))

  client.listen((event: ClientEvent) => {
    if (event.type === 'fallback') {
      set(({ notices }) => ({
        notices: [...notices.filter(({ kind }) => kind !== 'fallback'), { ...event, kind: 'fallback' }],
      }))
      return
    }
    const rows = histories.get(event.run)
    if (!rows) return
    if (event.type === 'epochs') rows.push(...event.rows)
    if (event.type === 'rewound') rows.length = rows.findLastIndex(({ epoch }) => epoch <= event.epoch) + 1
    update(event.run, (view) => applyEvent(view, event, rows))
  })

  /** The packed file of a set, downloaded once; a failure can be tried again. */
  function supply(key: DataSetKey): Promise<PackedSource> {
    const present = loading.get(key)
    if (present) return present
    const tell = (download: Download) =>
      set(({ downloads }) => ({ downloads: { ...downloads, [key]: download } }))
    tell({ kind: 'loading', share: 0 })
    const promise = world.load(key, (share) => tell({ kind: 'loading', share }))
    loading.set(key, promise)
    promise.then(
      (source) => {
        sources.set(key, source)
        client.supply(key, source)
        tell({ kind: 'ready' })
      },
      (error: unknown) => {
        loading.delete(key)
        tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
      },
    )
    return promise
  }

  function wantData() {
    const key = get().draft.experiment.data.set
    if (dataSet(key).kind === 'packed') supply(key).catch(() => {})
  }

  /** What keeps the draft from being run. */
  function obstacles(): Problem[] {
    const budget = memoryBudget(world.deviceMemory)
    for (const member of membersOf(get().draft)) {
      const needed = memoryNeeded(member)
      if (needed > budget) return [{ path: 'model.layers', kind: 'too-much-memory', needed, budget }]
    }
    return []
  }

  async function launch(view: RunView, oneEpoch: boolean) {
    const { set: key } = view.experiment.data
    try {
      if (dataSet(key).kind === 'packed') await supply(key)
    } catch (error) {
      update(view.id, (now) => ({
        ...now,
        status: failure('data', error instanceof Error ? error.message : String(error), 0),
      }))
      return
    }
    // Gone or stopped while its data were on their way.
    const now = run(view.id)
    if (now && isLive(now)) client.start(view.id, view.experiment, { engine: view.preference, oneEpoch })
  }

  function start(oneEpoch: boolean) {
    if (obstacles().length > 0) return
    for (const other of inHeat()) if (isLive(other)) actions.stop()
    const { draft, baseline, engine, runs } = get()
    const members = membersOf(draft)
    const same = new Set(members.map((member) => JSON.stringify(member)))
    const kept = runs.filter((other) => !same.has(JSON.stringify(other.experiment)))
    for (const other of runs) if (!kept.includes(other)) forget(other.id)
    const taken = new Set(kept.map(({ colour }) => colour))
    const fresh = members.map((experiment): RunView => {
      const colour = firstFree(taken)
      taken.add(colour)
      const own = draft.lineup
      return {
        id: `run-${++started}`,
        experiment,
        preset: draft.preset,
        changes: changes(baseline, draft.experiment),
        lineupValue: own && { key: own.knob, to: knobText(experiment, own.knob) ?? '' },
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
      }
    })
    for (const { id } of fresh) histories.set(id, [])
    set({
      runs: [...kept.map((other) => ({ ...other, visible: false })), ...fresh],
      heat: fresh.map(({ id }) => id),
      focus: fresh[0]?.id ?? null,
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
          update(id, (view) => ({ ...view, status: { kind: 'ended', outcome } }))
        } else client.stop(id)
      }
    },
    /** Back to epoch 0 and the same initial weights: the heat is taken off the page. */
    reset() {
      for (const id of get().heat) forget(id)
      set(({ runs, heat }) => {
        const left = runs.filter(({ id }) => !heat.includes(id))
        return { runs: left, heat: [], focus: null }
      })
    },
    edit(key: KnobKey, value: unknown) {
      const { draft, refused } = get()
      const parsed = edit(draft.experiment, key, value)
      const { [key]: _, ...others } = refused
      if (parsed.ok) {
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
      set({ draft: { ...draft, experiment: baseline }, refused: {} })
      wantData()
    },
    choosePreset(preset: PresetKey) {
      actions.openScene(presetScene(preset))
    },
    openScene(scene: Scene) {
      // A link without a preset is a scene of its own: what is changed from here on stands out.
      const baseline = scene.preset === null ? scene.experiment : presetScene(scene.preset).experiment
      actions.stop()
      // Runs of another scene stay in the list, not on the charts.
      const runs = get().runs.map((other) => ({ ...other, visible: false }))
      set({ draft: scene, baseline, refused: {}, runs, heat: [], focus: null })
      wantData()
    },
    openLink(hash: string) {
      const link: DecodedLink = decodeLink(hash)
      const { language, theme, hide, problems } = link
      set(({ view, notices }) => ({
        view: { ...view, language: language ?? view.language, theme: theme ?? view.theme, hide },
        notices: [
          ...notices.filter(({ kind }) => kind !== 'link'),
          ...(problems.length > 0 ? [{ kind: 'link' as const, problems }] : []),
        ],
      }))
      actions.openScene({ preset: link.preset, experiment: link.experiment, lineup: link.lineup })
      if (link.run) start(false)
    },
    clearLineup() {
      set(({ draft }) => ({ draft: { ...draft, lineup: null } }))
    },
    retryDownload(key: DataSetKey) {
      supply(key).catch(() => {})
    },
    dismiss(kind: Notice['kind']) {
      set(({ notices }) => ({ notices: notices.filter((notice) => notice.kind !== kind) }))
    },
    setEngine(engine: EnginePreference) {
      set({ engine })
    },
    /** A failed run again, on the CPU. */
    retryOnCpu() {
      set({ engine: 'cpu' })
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
    remove(id: string) {
      forget(id)
      set(({ runs, heat, focus }) => ({
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

  return {
    store,
    actions,
    obstacles,
    heatIsDraft,
    /** A run's epochs so far; empty for a run that is gone. */
    history: (id: string): readonly EpochRow[] => histories.get(id) ?? [],
    source: (key: DataSetKey): PackedSource | undefined => sources.get(key),
    supply,
    isPacked: (key: DataSetKey) => dataSet(key).kind === 'packed',
    deviceMemory: world.deviceMemory,
    client,
  }
}

function firstFree(taken: ReadonlySet<number>): number {
  let colour = 1
  while (taken.has(colour)) colour++
  return colour
}
