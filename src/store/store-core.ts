/**
 * The core that every part of the store works with: the state, the epochs of its runs, the client that trains, and the
 * cache of data.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ClientEvent } from '../client/client-event.ts'
import type { EngineClient } from '../client/engine-client.ts'
import { OPENING_PRESET } from '../domain/experiment/presets.ts'
import { presetScene } from '../domain/link/scene.ts'
import { TableLibrary, type Tables } from '../domain/table/library.ts'
import type { Checkpoint, KeptState } from '../protocol/checkpoint.ts'
import { type Messages, messages } from '../text/messages.ts'
import { applyEvent } from './apply-event.ts'
import { createDataCache, type DataCache } from './data-cache.ts'
import type { History } from './history.ts'
import type { RunView } from './run-view.ts'
import type { AppEnvironment, AppState, Notice } from './state.ts'
import { KeptStates, makeRoomFor } from './time-travel/kept-states.ts'
import { type DraftState, type UndoEntry, type UndoHistory, undoHistory } from './undo-history.ts'
import { ARRANGED_AT_FIRST } from './view-choices.ts'

type OfRun = Extract<ClientEvent, { readonly run: string }>

export interface StoreCore {
  readonly store: StoreApi<AppState>
  readonly get: StoreApi<AppState>['getState']
  readonly set: StoreApi<AppState>['setState']
  readonly client: EngineClient
  /** In GiB, where the browser reports it. */
  readonly deviceMemory: number | undefined
  /** By run: its epochs. */
  readonly histories: Map<string, History>
  /** Checkpoints of runs in progress, from which they could continue. */
  readonly checkpoints: Map<string, Checkpoint>
  /** By run, in the order in which they began: what is kept of their epochs to be looked into. */
  readonly kept: Map<string, KeptStates>
  readonly sources: DataCache
  /** The tables that this page has read. */
  readonly tables: Tables
  readonly undos: UndoHistory
  /** A monotone clock in ms. */
  now(): number
  /** Makes the id of a new run. */
  nextId(): string
  /** Changes one run of the list. */
  update(id: string, change: (run: RunView) => RunView): void
  /** Shows a notice. Of each kind there is only one, the last. */
  notify(notice: Notice): void
  /** Asks for the samples of the draft. */
  wantData(): void
  /** Makes this draft the one that the controls show. */
  goTo(draft: DraftState): void
  /**
   * Must be called before the draft changes, so that the change can be undone. Edits of one control in one gesture are
   * one entry.
   */
  recordDraft(control?: string | null, before?: DraftState): void
  /** Hears what becomes of every run, on the list or not. */
  onRunEvent(listener: (event: OfRun) => void): void
  onCheckpoint(listener: (run: string) => void): void
  run(id: string): RunView | undefined
  inRunGroup(): readonly RunView[]
  /** The dictionary of the page's language. */
  words(): Messages
  /** Drops everything that is kept of a run but its place in the list. */
  forget(id: string): void
}

export function createStoreCore(world: AppEnvironment): StoreCore {
  const { client, deviceMemory } = world
  const histories = new Map<string, History>()
  const checkpoints = new Map<string, Checkpoint>()
  const kept = new Map<string, KeptStates>()
  const otherListeners = new Set<(event: OfRun) => void>()
  const checkpointListeners = new Set<(run: string) => void>()
  const now = world.now ?? (() => performance.now())
  const undos = undoHistory(now)
  let started = 0
  const nextId = world.nextId ?? (() => `run-${++started}`)
  const store = createStore<AppState>(() => openingState(world))
  const { getState: get, setState: set } = store
  const run: StoreCore['run'] = (id) => get().runs.find((other) => other.id === id)
  const update: StoreCore['update'] = (id, change) =>
    set(({ runs }) => ({ runs: runs.map((other) => (other.id === id ? change(other) : other)) }))
  const sources = createDataCache(world.load, {
    onChange: (key, download) => set(({ downloads }) => ({ downloads: { ...downloads, [key]: download } })),
    onReady: client.supply.bind(client),
  })
  const notify = (notice: Notice) =>
    set(({ notices }) => ({ notices: [...notices.filter(({ kind }) => kind !== notice.kind), notice] }))

  client.listen((event: ClientEvent) => {
    if (event.type === 'fallback') return notify({ ...event, kind: 'fallback' })
    if (event.type === 'no-engine') return notify({ kind: 'no-engine' })
    if (event.type === 'timed') return set(({ measured }) => ({ measured: measured + 1 }))
    for (const listener of otherListeners) listener(event)
    const history = histories.get(event.run)
    // Runs of scripts, sweeps and live mode are not on the list.
    if (!history || !run(event.run)) return
    if (event.type === 'epochs') {
      history.add(event.rows)
      if (event.kept) keep(event.run, event.kept, event.patience.best)
    }
    if (event.type === 'rewound') {
      history.rewind(event.epoch)
      kept.get(event.run)?.rewind(event.epoch)
    }
    if (event.type === 'checkpoint') {
      checkpoints.set(event.run, event.checkpoint)
      kept.get(event.run)?.addBest(event.checkpoint)
      for (const listener of checkpointListeners) listener(event.run)
      return
    }
    if (event.type === 'finished' || event.type === 'failed') checkpoints.delete(event.run)
    update(event.run, (view) => applyEvent(view, event, history))
  })

  function keep(id: string, states: readonly KeptState[], best: number) {
    const own = kept.get(id) ?? new KeptStates(run(id)!.experiment)
    kept.set(id, own)
    own.add(states, histories.get(id)!.length, best)
    makeRoomFor(id, kept)
  }

  function goTo({ draft, baseline, fork }: DraftState) {
    set({ draft, baseline, fork, refused: {} })
    wantData()
  }

  /** The undo entry that goes back to this draft. */
  function draftEntry({ draft, baseline, fork }: DraftState): UndoEntry {
    return {
      undo() {
        const again = draftEntry(get())
        goTo({ draft, baseline, fork })
        return again
      },
    }
  }

  function wantData() {
    sources.want(get().draft.experiment.data).catch(() => {})
  }

  return {
    store,
    get,
    set,
    client,
    deviceMemory,
    histories,
    checkpoints,
    kept,
    sources,
    tables: new TableLibrary(),
    undos,
    now,
    nextId,
    update,
    notify,
    wantData,
    goTo,
    recordDraft: (control = null, before = get()) => undos.record(draftEntry(before), control),
    onRunEvent: (listener) => void otherListeners.add(listener),
    onCheckpoint: (listener) => void checkpointListeners.add(listener),
    run,
    inRunGroup: () => get().runs.filter(({ id }) => get().runGroup.includes(id)),
    words: () => messages(get().view.language),
    forget(id) {
      client.dispose(id)
      histories.delete(id)
      checkpoints.delete(id)
      kept.delete(id)
    },
  }
}

function openingState({ language, theme }: AppEnvironment): AppState {
  const opening = presetScene(OPENING_PRESET)
  return {
    draft: opening,
    baseline: opening.experiment,
    aside: null,
    refused: {},
    runs: [],
    runGroup: [],
    fork: null,
    removed: [],
    focus: null,
    assignment: null,
    lesson: null,
    lecture: null,
    live: null,
    engine: 'auto',
    pace: null,
    measured: 0,
    downloads: {},
    notices: [],
    dialogs: [],
    checks: {},
    view: {
      language,
      theme,
      scale: 'linear',
      smoothing: 0,
      ...ARRANGED_AT_FIRST,
      hover: null,
      hide: [],
      presenting: false,
      presented: null,
      sweeping: false,
      optimizerPart: 'surfaces',
      paths: null,
      marked: null,
      whatIf: null,
    },
    chosenLanguage: language,
  }
}
