/**
 * The threads of an instance: the one that it was made in leads, and helpers serve it in workers of their own until it is
 * disposed of. The leader never waits for a helper to come. It begins alone, and counts on those that are there.
 */
import { DeviceLost } from '../../training/trainer.ts'
import { allocate, type Instance, type Kernels, kernelsOver } from '../kernels.ts'
import type { Choice } from './choice.ts'
import type { Invitation } from './helper.ts'

/** The part of a Worker that a team needs. */
export interface HelperLike {
  postMessage(invitation: Invitation): void
  terminate(): void
  onmessage: ((event: MessageEvent) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** What the kernels for several threads have besides (kernels/team.ts). */
export interface LeaderKernels extends Kernels {
  readonly mostThreads: WebAssembly.Global<'i32'>
  setThreads(count: number): void
  helpersPresent(): number
  isDeserted(): number
}

export interface TeamOptions {
  readonly module: WebAssembly.Module
  /** The most helpers. */
  readonly helpers: number
  spawn(): HelperLike
  /** The most threads at this moment. */
  limit(): number
  /** How many of those that are there take part in a call. */
  readonly choice: Choice
  /** In ms. */
  now(): number
}

/** Nobody who wants to know how quick a team is waits longer for its helpers, in ms. */
const LATE = 10_000

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Throws a RangeError where the memory cannot be allocated. */
export function assemble(
  size: number,
  { module, helpers, spawn, limit, choice, now }: TeamOptions,
): Instance {
  const memory = allocate(size, { shared: true })
  const leader = kernelsOver(module, memory) as LeaderKernels
  const workers: HelperLike[] = []
  const arrivals: Promise<void>[] = []
  let broken = false
  let threads = 1

  const hire = () => {
    const worker = spawn()
    workers.push(worker)
    arrivals.push(
      new Promise((resolve) => {
        worker.onmessage = () => resolve()
        // One that could not come is not missed. One that came and fell is found missing in the call.
        worker.onerror = () => {
          broken = true
          resolve()
        }
      }),
    )
    worker.postMessage({ module, memory })
  }
  const staff = () => {
    while (!broken && workers.length < Math.min(helpers, limit() - 1)) hire()
    const available = broken ? 1 : Math.min(1 + leader.helpersPresent(), limit())
    return available
  }
  const use = (wanted: number) => {
    if (wanted === threads) return
    threads = wanted
    leader.setThreads(threads)
  }
  const together = (call: () => void) => {
    try {
      call()
    } catch (error) {
      if (leader.isDeserted()) throw new DeviceLost('a thread of the engine does not answer')
      throw error
    }
  }
  staff()

  return {
    memory: memory.buffer,
    settled: () => Promise.race([Promise.all(arrivals), after(LATE)]).then(() => {}),
    dispose: () => {
      for (const worker of workers) worker.terminate()
    },
    kernels: {
      heap: leader.heap,
      zeros: leader.zeros,
      multiply: leader.multiply,
      summarize: leader.summarize,
      accumulate(network, from, to, size, flags) {
        const began = now()
        use(choice.next(staff(), began))
        together(() => leader.accumulate(network, from, to, size, flags))
        choice.took(to - from, began, now())
      },
      update: (network, rates) => together(() => leader.update(network, rates)),
      watchedUpdate: (network, rates) => together(() => leader.watchedUpdate(network, rates)),
      measure: (network, part, from, to) => together(() => leader.measure(network, part, from, to)),
      predict: (network, rows) => together(() => leader.predict(network, rows)),
    },
  }
}
