/** Has the engine ready, and measured, for what Run would start: whenever the draft has come to rest and nothing trains. */
import { membersOf } from '../domain/comparison/comparison.ts'
import { isLive } from './run-view.ts'
import type { Lab } from './store.ts'

/** A draft that has not changed for so many ms is at rest. */
const AT_REST = 400

export function keepReady(lab: Lab) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const { draft, runs, engine } = lab.store.getState()
    const [first] = membersOf(draft)
    if (!first || engine !== 'auto' || runs.some(isLive) || lab.cannotRunReasons().length > 0) return
    if (!lab.sources.isReady(first.data)) return
    void lab.sources.want(first.data)
    lab.client.prepare(first)
  }
  const lookLater = () => {
    clearTimeout(timer)
    timer = setTimeout(look, AT_REST)
  }
  lookLater()
  lab.store.subscribe(({ draft, downloads, engine }, before) => {
    if (draft !== before.draft || downloads !== before.downloads || engine !== before.engine) lookLater()
  })
}
