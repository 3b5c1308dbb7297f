/**
 * Questions to runs that views keep asking: again whenever a run has trained on. Only watched ones are asked, in turn. There
 * is never more than one open question, and questions take at most a fifth of the time while runs train. Moving pictures
 * are asked for more often, and cost little.
 */
import { isInProgress, type RunView } from './run-view.ts'
import type { AppStore } from './store.ts'

/** The shortest rest after an answer, in ms: at most ten answers a second. */
const ASK_EVERY = 100
/**
 * A moving picture is asked for in this beat, in ms: more than twenty times a second. A question that the page was too busy to
 * ask in time does not put off those after it.
 */
const MOVE_EVERY = 45

export interface Question {
  readonly run: string
  /** What the answer depends on: when it changes, the run is asked again. */
  readonly state: (run: RunView) => string
  /**
   * Whether the answer changes between the epochs that the page hears of: it is then asked for over and over, and must
   * cost the worker no more than a few milliseconds.
   */
  readonly isMoving?: ((run: RunView) => boolean) | undefined
  /** Resolves to what keeps the answer. null if there is nothing to ask, such as of a run without weights. */
  readonly ask: (run: RunView) => Promise<() => void> | null
}

export interface Questions {
  /**
   * Asks again whenever the question's run has trained on, until the returned function is called. Views that give the
   * same key share the answer.
   */
  watch(key: string, question: Question): () => void
  /** Asks what there is to ask now. */
  look(): Promise<void>
  /** An answer that is still on its way will not be kept. */
  forget(key: string): void
}

export function createQuestions(app: AppStore): Questions {
  /** The watched questions, and how many views watch each; the first has waited longest for an answer. */
  const watched = new Map<string, { readonly question: Question; readonly views: number }>()
  /** For each question, the state of its run in which it was asked last. */
  const asked = new Map<string, string>()
  let asking = false
  let resting: ReturnType<typeof setTimeout> | undefined
  /** When the question that is asked next should be asked, if it is for a moving picture. */
  let beat = 0

  /** The question whose run has changed and that has waited longest; null if there is nothing to ask. */
  function next() {
    const { runs } = app.store.getState()
    for (const [key, { question }] of watched) {
      const run = runs.find(({ id }) => id === question.run)
      if (!run) continue
      const state = question.state(run)
      const isMoving = question.isMoving?.(run) ?? false
      if (asked.get(key) === state && !isMoving) continue
      const answer = question.ask(run)
      if (answer) return { key, state, answer, isMoving }
    }
    return null
  }

  async function look() {
    if (asking || resting !== undefined) return
    const found = next()
    if (!found) return
    const { key, state, answer, isMoving } = found
    asked.set(key, state)
    const views = watched.get(key)!
    watched.delete(key)
    watched.set(key, views)
    asking = true
    const from = performance.now()
    try {
      const keep = await answer
      if (asked.has(key)) keep()
    } catch {
      // The run ended or its engine failed in the meantime; the next state is another and is asked anew.
    }
    asking = false
    const now = performance.now()
    if (!training(app.store.getState().runs)) rest(ASK_EVERY)
    else if (isMoving) {
      // What is more than a beat late is left out.
      beat = Math.max(beat, from - MOVE_EVERY) + MOVE_EVERY
      rest(Math.max(0, beat - now))
    } else rest(Math.max(ASK_EVERY, 4 * (now - from)))
  }

  function rest(ms: number) {
    clearTimeout(resting)
    resting = setTimeout(() => {
      resting = undefined
      void look()
    }, ms)
  }

  app.store.subscribe((now, before) => {
    // While nothing trains, answers may take as much time as they need.
    if (now.runs !== before.runs && resting !== undefined && training(before.runs) && !training(now.runs))
      rest(ASK_EVERY)
    if (now.runs !== before.runs || now.downloads !== before.downloads) void look()
  })

  return {
    look,
    watch(key, question) {
      const already = watched.get(key)
      watched.set(key, { question: already?.question ?? question, views: (already?.views ?? 0) + 1 })
      void look()
      return () => {
        const { question, views } = watched.get(key) ?? { question: null, views: 0 }
        if (question !== null && views > 1) watched.set(key, { question, views: views - 1 })
        else watched.delete(key)
      }
    },
    forget(key) {
      asked.delete(key)
    },
  }
}

const training = (runs: readonly RunView[]) => runs.some(isInProgress)
