/**
 * One worker and the wire to it. Whoever opens a connection can close it: the worker is terminated, questions still open are
 * refused. A connection that does not answer in time counts as dead: a hung driver never says so itself.
 */
import { messageOf } from '../domain/message-of.ts'
import type { EngineInfo, EngineName } from '../domain/run/engines.ts'
import type { Command } from '../protocol/command.ts'
import type { Answer, EngineEvent, RunEvent } from '../protocol/event.ts'

/** How long an engine may take to start and pass its probe, in ms. */
const OPEN_DEADLINE = 15_000
/**
 * A worker hears us between two chunks of work, a few tens of ms apart. A ping goes out at every beat, in ms, unless one
 * is still unanswered; a worker that has said nothing for so many beats since is gone. Beats are counted and not the
 * clock: a page that was held up, or is hidden and gets one beat a second or a minute, has heard nothing in between either.
 */
const BEAT = 250
const PATIENCE = 10
/** Beats that a worker may be silent that has announced long work, or was never quick. */
const LONG_PATIENCE = 160
/** A worker that once needed long for an answer may need so many times as long for another. */
const SLOWER = 4

/** The part of a Worker that a connection needs. */
export interface WorkerLike {
  postMessage(command: Command): void
  terminate(): void
  onmessage: ((message: MessageEvent<EngineEvent>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface ConnectionOwner {
  onOpened(engine: EngineInfo): void
  /** The engine cannot be used; the connection is closed. */
  onRefused(reason: string): void
  /** The engine worked and is gone; the connection is closed. */
  onLost(reason: string): void
  onRunEvent(event: RunEvent): void
}

type Asked = Extract<Command, { request: number }>
type Question<T extends Asked['type']> = Omit<Extract<Asked, { type: T }>, 'request'>

/** Which answer each question gets. */
interface AnswerTo {
  'predict-run': 'predicted'
  predict: 'predicted'
  'inspect-run': 'inspected'
  inspect: 'inspected'
  test: 'tested'
  time: 'timed'
}
type Reply<T extends Asked['type']> = Extract<Answer, { type: AnswerTo[T] }>

interface Asker {
  resolve(answer: Answer): void
  reject(error: Error): void
}

export class WorkerConnection {
  readonly name: EngineName
  readonly #worker: WorkerLike
  readonly #owner: ConnectionOwner
  readonly #askers = new Map<number, Asker>()
  readonly #deadline: ReturnType<typeof setTimeout>
  #heart: ReturnType<typeof setInterval> | undefined
  #pinged = false
  /** The worker has announced that it may hear nothing for long. */
  #busy = false
  /** Beats since the ping that is unanswered, and the most there were before an answer. */
  #silent = 0
  #slowest = 0
  #requests = 0
  #state: 'opening' | 'open' | 'closed' = 'opening'
  #engine: EngineInfo | null = null
  #started = false
  readonly #waiting: (() => void)[] = []

  /** `cores` is how many the worker may count on. */
  constructor(name: EngineName, worker: WorkerLike, owner: ConnectionOwner, cores: number) {
    this.name = name
    this.#worker = worker
    this.#owner = owner
    worker.onmessage = ({ data }) => this.#hear(data)
    worker.onerror = (event) => this.#fail(event.message || 'the worker could not be started')
    this.#deadline = setTimeout(() => this.#fail('no answer'), OPEN_DEADLINE)
    worker.postMessage({ type: 'open', engine: name, cores })
  }

  /** Whether the worker has said anything: its script was found and runs. */
  get started(): boolean {
    return this.#started
  }

  /** What the worker turned out to be; null until it is open. */
  get engine(): EngineInfo | null {
    return this.#engine
  }

  /** Commands given before the engine is open wait for it. */
  send(command: Exclude<Command, { type: 'open' }>) {
    this.#whenOpen(() => this.#worker.postMessage(command))
  }

  /** Rejects what the open engine turns out not to be worth asking. */
  ask<T extends Asked['type']>(
    question: Question<T> & { readonly type: T },
    isWorthwhile: (engine: EngineInfo) => boolean = () => true,
  ): Promise<Reply<T>> {
    if (this.#state === 'closed') return Promise.reject(new Error('the engine is closed'))
    const request = ++this.#requests
    return new Promise((resolve, reject) => {
      this.#askers.set(request, { resolve: (answer) => resolve(answer as Reply<T>), reject })
      this.#whenOpen(() => {
        if (isWorthwhile(this.#engine!))
          this.#worker.postMessage({ ...question, request } as unknown as Asked)
        else this.#answer({ type: 'unanswered', request, message: 'the engine is not worth the question' })
      })
    })
  }

  close(reason = 'the engine was closed') {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    clearTimeout(this.#deadline)
    clearInterval(this.#heart)
    this.#worker.terminate()
    for (const { reject } of this.#askers.values()) reject(new Error(reason))
    this.#askers.clear()
  }

  #whenOpen(act: () => void) {
    if (this.#state === 'opening') this.#waiting.push(act)
    else if (this.#state === 'open') act()
  }

  #hear(event: EngineEvent) {
    if (this.#state === 'closed') return
    this.#started = true
    if (!this.#busy) this.#slowest = Math.max(this.#slowest, this.#silent)
    this.#silent = 0
    switch (event.type) {
      case 'opened':
        this.#open(event.engine)
        return
      case 'refused':
      case 'lost':
        this.#fail(event.reason)
        return
      case 'pong':
        this.#pinged = false
        return
      case 'busy':
        this.#busy = event.busy
        return
      case 'predicted':
      case 'inspected':
      case 'tested':
      case 'timed':
      case 'unanswered':
        this.#answer(event)
        return
      default:
        this.#owner.onRunEvent(event)
    }
  }

  #open(engine: EngineInfo) {
    this.#state = 'open'
    this.#engine = engine
    clearTimeout(this.#deadline)
    this.#heart = setInterval(() => this.#beat(), BEAT)
    this.#owner.onOpened(engine)
    for (const act of this.#waiting.splice(0)) act()
  }

  #beat() {
    if (!this.#pinged) {
      this.#pinged = true
      this.#worker.postMessage({ type: 'ping' })
      return
    }
    const patience = this.#busy ? LONG_PATIENCE : Math.max(PATIENCE, SLOWER * this.#slowest)
    if (++this.#silent >= Math.min(patience, LONG_PATIENCE)) this.#fail('no sign of life')
  }

  #answer(answer: Answer) {
    const asker = this.#askers.get(answer.request)
    this.#askers.delete(answer.request)
    if (answer.type === 'unanswered') asker?.reject(new Error(answer.message))
    else asker?.resolve(answer)
  }

  #fail(reason: string) {
    const worked = this.#state === 'open'
    if (this.#state === 'closed') return
    this.close(reason)
    if (worked) this.#owner.onLost(reason)
    else this.#owner.onRefused(reason)
  }
}

/** A worker; where the browser has none, or refuses it, one that fails as a worker does whose script is not found. */
export function spawnedBy(spawn: () => WorkerLike): WorkerLike {
  try {
    return spawn()
  } catch (error) {
    const none: WorkerLike = { postMessage() {}, terminate() {}, onmessage: null, onerror: null }
    queueMicrotask(() => none.onerror?.({ message: messageOf(error) } as ErrorEvent))
    return none
  }
}
