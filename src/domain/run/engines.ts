/**
 * The engines, and what sets them apart. Whoever treats engines differently asks for a trait here and never for a name,
 * so that a new engine is its folder in src/engine, its entry here, and what the compiler then names: its loader
 * (engine/worker.ts) and its names in the dictionaries. Names are saved in records and links.
 */
interface EngineTraits<Name extends string> {
  /** Whether the page chooses it by itself. Before anything is measured, the first of these in the table is preferred. */
  readonly automatic: boolean
  /** What the page uses in its place where the browser cannot run it; null where that is any other automatic engine. */
  readonly fallsBackTo: Name | null
  /** What the browser must have for it. */
  readonly needs: 'simd' | 'webgl' | 'nothing'
  /** All its runs share one device: one worker serves them, and they lose it together. Else each run keeps a core busy. */
  readonly sharesDevice: boolean
  /** Work only joins a queue: the first epoch then compiles, and a read waits for all that came before it. */
  readonly queuesWork: boolean
  /** The same experiment gives the same bits in every browser, at any time. */
  readonly bitExact: boolean
  /** Steps per second that it cannot exceed, however small the network. */
  readonly mostStepsPerSecond: number
}

/** Lets the compiler check that an engine falls back to another engine of the table. */
function engineTable<Name extends string>(
  table: Readonly<Record<Name, EngineTraits<NoInfer<Name>>>>,
): typeof table {
  return table
}

export const ENGINES = engineTable({
  /** Our own kernels. */
  wasm: {
    automatic: true,
    fallsBackTo: 'cpu',
    needs: 'simd',
    sharesDevice: false,
    queuesWork: false,
    bitExact: true,
    mostStepsPerSecond: Number.POSITIVE_INFINITY,
  },
  /** TensorFlow.js on the graphics card. */
  webgl: {
    automatic: true,
    fallsBackTo: null,
    needs: 'webgl',
    sharesDevice: true,
    queuesWork: true,
    bitExact: false,
    // One step takes tens of draw calls of some ten microseconds each.
    mostStepsPerSecond: 4000,
  },
  /** TensorFlow.js in plain JavaScript. */
  cpu: {
    automatic: false,
    fallsBackTo: null,
    needs: 'nothing',
    sharesDevice: false,
    queuesWork: false,
    bitExact: false,
    mostStepsPerSecond: Number.POSITIVE_INFINITY,
  },
})

export type EngineName = keyof typeof ENGINES
export const ENGINE_NAMES = Object.keys(ENGINES) as EngineName[]

/** `auto` is the fastest for the experiment, as measured here. */
export const ENGINE_PREFERENCES = ['auto', ...ENGINE_NAMES] as const
export type EnginePreference = (typeof ENGINE_PREFERENCES)[number]

const firstEngine = (has: (traits: EngineTraits<EngineName>) => boolean) =>
  ENGINE_NAMES.find((name) => has(ENGINES[name]))!

/** Where a run starts while nothing is measured. */
export const FIRST_ENGINE = firstEngine(({ automatic }) => automatic)
/** For runs that are to be repeated to the bit. */
export const EXACT_ENGINE = firstEngine(({ bitExact }) => bitExact)
/** Works in every browser. */
export const PLAIN_ENGINE = firstEngine(({ needs }) => needs === 'nothing')

/** The engines that the page may choose from where some cannot be used, in the order of preference; none where none works. */
export function automaticEngines(unusable: ReadonlySet<EngineName>): readonly EngineName[] {
  const usable = ENGINE_NAMES.filter((name) => ENGINES[name].automatic).map((name) => {
    let engine: EngineName | null = name
    while (engine !== null && unusable.has(engine)) engine = ENGINES[engine].fallsBackTo
    return engine
  })
  return [...new Set(usable)].filter((name) => name !== null)
}

/** What an experiment takes on an engine here, in seconds, once the engine has compiled what it needs. */
export interface EngineTime {
  readonly epoch: number
  /** From being given the run to its first step. */
  readonly start: number
}

export interface EngineSpeed {
  readonly engine: EngineName
  readonly epochsPerSecond: number
}

export interface EngineInfo {
  readonly name: EngineName
  /** What it runs on, as the driver calls it. */
  readonly device: string
}
