/** Which engine trained which epochs of a run: one all of them, unless the run moved on or its engine was lost. */
import type { Branch } from './branch.ts'
import { ENGINES, type EngineInfo } from './engines.ts'

/** An engine that trained a run before another took over. */
interface EarlierEngine {
  readonly engine: EngineInfo
  /** The last epoch that it trained. */
  readonly until: number
  /** How many times quicker the next engine was measured to be; null where the run did not move for that. */
  readonly quicker: number | null
}

interface BegunWith {
  readonly branch?: Branch
}

export interface TrainedBy {
  /** The present or last engine; null of a run that no engine has taken yet. */
  readonly engine: EngineInfo | null
  /** The engines before it, in order; absent where there were none. */
  readonly earlier?: readonly EarlierEngine[]
}

/** An engine as a record names it, with the first and the last epoch that it trained. */
export interface EngineStretch extends EngineInfo {
  readonly epochs: readonly [number, number]
}

interface Placement {
  readonly engine: EngineInfo
  /** The epoch after which the engine goes on. Later ones of the run so far will come again. */
  readonly after: number
  readonly quicker: number | null
}

export function takenOver(
  { engine: present, earlier = [] }: TrainedBy,
  { engine, after, quicker }: Placement,
): Required<TrainedBy> {
  const before = earlier.filter(({ until }) => until < after)
  const last = earlier[before.length]?.engine ?? present
  if (after === 0 || last === null) return { engine, earlier: [] }
  return {
    engine,
    earlier: last.name === engine.name ? before : [...before, { engine: last, until: after, quicker }],
  }
}

/** The engines of a run with so many epochs, as a record names them: all of them only where there was more than one. */
export function recordedEngines(
  { engine, earlier = [] }: TrainedBy,
  epochs: number,
): { readonly engine: EngineInfo | null; readonly engines?: readonly EngineStretch[] } {
  if (engine === null || earlier.length === 0) return { engine }
  const ends = [...earlier, { engine, until: epochs }]
  const engines = ends.map(({ engine, until }, i) => {
    const first = (ends[i - 1]?.until ?? 0) + 1
    return { ...engine, epochs: [first, until] as const }
  })
  return { engine, engines }
}

/**
 * Whether the same experiment gives the same bits wherever it is trained: it began with the weights of its seed, and had one
 * engine that promises that.
 */
export function isBitExact({ engine, earlier = [], branch }: TrainedBy & BegunWith): boolean {
  return branch === undefined && engine !== null && earlier.length === 0 && ENGINES[engine.name].bitExact
}

/** Whether two runs of one experiment must agree to the bit. */
export function bothExact(a: TrainedBy & BegunWith, b: TrainedBy & BegunWith): boolean {
  return isBitExact(a) && isBitExact(b) && a.engine?.name === b.engine?.name
}

/** From the stretches of a record. How much quicker the later engines were is not recorded. */
export function trainedBy(stretches: readonly EngineStretch[]): Required<TrainedBy> {
  const ends = stretches.map(({ name, device, epochs }) => ({
    engine: { name, device },
    until: epochs[1],
    quicker: null,
  }))
  return { engine: ends.at(-1)?.engine ?? null, earlier: ends.slice(0, -1) }
}
