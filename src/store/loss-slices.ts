/**
 * Slices of the loss around the weights that ended runs have kept: computed by a worker, a few places at a time and from
 * coarse to fine, while a view watches. What was computed is kept until its run is gone.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { filterDirection, planeOf } from '../domain/loss-slice/directions.ts'
import {
  extentAround,
  placeOfIndex,
  placesAtOnce,
  roundOf,
  SLICE_SIZE,
  SLICE_STEPS,
  type SliceExtent,
  sliceSamples,
} from '../domain/loss-slice/grid.ts'
import { namedWeights } from '../domain/network/initial-weights.ts'
import { keptRow, type RunView } from './run-view.ts'
import type { AppStore } from './store.ts'
import { weightPath } from './weight-path.ts'

/** In the plane in which the run moved most, or in two random directions. */
export const SLICE_PLANES = ['run', 'random'] as const
export type SlicePlane = (typeof SLICE_PLANES)[number]

interface SlicePlace {
  readonly epoch: number
  readonly at: readonly [number, number]
  readonly loss: number
}

export interface LossSlice {
  readonly extent: SliceExtent
  /** The losses of the finest round that is complete: `size` places a side, row by row from the top; null before any. */
  readonly grid: { readonly size: number; readonly losses: Float64Array } | null
  /** Where the run was, in the plane or nearest to it; the loss is that of the place. */
  readonly path: readonly SlicePlace[]
  /** The epoch around whose weights the slice lies: both coordinates are 0 there. */
  readonly centre: number
  /** The share of the run's way, as squared distances, that lies in the plane. */
  readonly share: number
  /** How many training samples the loss is of. */
  readonly samples: number
  /** The share of all places that is done. */
  readonly done: number
  /** Whether the worker could not answer. */
  readonly failed: boolean
}

export interface LossSlices {
  /** By `sliceKey`. */
  readonly store: StoreApi<Readonly<Record<string, LossSlice>>>
  /** Computes what is not yet known of a slice, until the returned function is called. */
  watch(run: RunView, plane: SlicePlane): () => void
}

export const sliceKey = (run: string, plane: SlicePlane) => `${plane} ${run}`

const made = new WeakMap<AppStore, LossSlices>()

/** One for each page. */
export function lossSlicesOf(app: AppStore): LossSlices {
  const found = made.get(app) ?? createLossSlices(app)
  made.set(app, found)
  return found
}

function createLossSlices(app: AppStore): LossSlices {
  const store = createStore<Readonly<Record<string, LossSlice>>>(() => ({}))

  app.store.subscribe((now, before) => {
    if (now.runs === before.runs) return
    const known = store.getState()
    const left = Object.entries(known).filter(([key]) => now.runs.some(({ id }) => key.endsWith(` ${id}`)))
    if (left.length < Object.keys(known).length) store.setState(Object.fromEntries(left), true)
  })

  return {
    store,
    watch(run, plane) {
      const key = sliceKey(run.id, plane)
      const stop = new AbortController()
      const before = store.getState()[key]
      if (before === undefined || (before.done < 1 && !before.failed))
        void compute(app, run, plane, stop.signal, (slice) => store.setState({ [key]: slice }))
      return () => stop.abort()
    },
  }
}

async function compute(
  app: AppStore,
  run: RunView,
  plane: SlicePlane,
  signal: AbortSignal,
  tell: (slice: LossSlice) => void,
): Promise<void> {
  const { experiment } = run
  const path = weightPath(run, app.kept(run.id))
  const centre = keptRow(run)?.epoch ?? 0
  const origin = path.find(({ epoch }) => epoch === centre) ?? path.at(-1)
  if (!origin) return
  const random = [0, 1].map((index) => filterDirection(experiment, origin.weights, index))
  const drawn = [random[0]!, random[1]!] as const
  const points = path.map(({ weights }) => weights)
  const found =
    plane === 'run' ? planeOf(origin.weights, points, drawn) : { directions: drawn, places: [], share: 0 }
  const extent: SliceExtent =
    plane === 'run'
      ? extentAround(found.places)
      : [
          [-1, 1],
          [-1, 1],
        ]
  const samples = sliceSamples(experiment)
  const ways = found.places.map((at, i) => ({ epoch: path[i]!.epoch, at }))
  const all = new Float64Array(SLICE_SIZE ** 2).fill(Number.NaN)
  const named = namedWeights(experiment, origin.weights)
  let slice: LossSlice = {
    ...{ extent, samples, path: [], centre: origin.epoch, share: found.share },
    grid: null,
    done: 0,
    failed: false,
  }
  const most = placesAtOnce(experiment)
  /** The losses at places of the plane, so many to a question that the worker stays free; throws once nobody watches. */
  const lossesAt = async (places: readonly (readonly [number, number])[]): Promise<Float64Array> => {
    if (places.length > most)
      return Float64Array.of(
        ...(await lossesAt(places.slice(0, most))),
        ...(await lossesAt(places.slice(most))),
      )
    const { losses } = await app.client.inspect<'slice'>(experiment, named, {
      kind: 'slice',
      directions: found.directions,
      places: Float64Array.from(places.flat()),
      samples,
    })
    signal.throwIfAborted()
    return losses
  }
  const put = (change: Partial<LossSlice>) => {
    slice = { ...slice, ...change }
    tell(slice)
  }
  try {
    put({})
    await app.sources.want(experiment.data)
    signal.throwIfAborted()
    const along = ways.length > 0 ? ways : [{ epoch: origin.epoch, at: [0, 0] as const }]
    const losses = await lossesAt(along.map(({ at }) => at))
    put({ path: along.map((way, i) => ({ ...way, loss: losses[i]! })) })
    let done = 0
    for (const step of SLICE_STEPS) {
      const round = roundOf(step)
      for (let from = 0; from < round.length; from += most) {
        const indices = round.slice(from, from + most)
        const losses = await lossesAt(indices.map((index) => placeOfIndex(index, extent)))
        indices.forEach((index, i) => {
          all[index] = losses[i]!
        })
        done += indices.length
        put({ done: done / all.length })
      }
      put({ grid: coarse(all, step) })
    }
  } catch {
    // One that is no longer watched is begun anew when somebody looks again.
    if (!signal.aborted) put({ failed: true })
  }
}

/** Every so many places of the finest grid. */
function coarse(all: Float64Array, step: number): NonNullable<LossSlice['grid']> {
  const size = (SLICE_SIZE - 1) / step + 1
  const losses = Float64Array.from(
    { length: size * size },
    (_, i) => all[Math.floor(i / size) * step * SLICE_SIZE + (i % size) * step]!,
  )
  return { size, losses }
}
