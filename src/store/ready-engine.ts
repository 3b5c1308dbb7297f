/** Opens and measures the engines for what Run would start, whenever the draft is at rest and nothing trains. */
import { membersOf } from '../domain/comparison/comparison.ts'
import { isInProgress } from './run-view.ts'
import type { AppStore } from './store.ts'

/** A draft is at rest when it has not changed for this many ms. */
const AT_REST = 400

export function keepReady(app: AppStore) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const { draft, runs, engine, live } = app.store.getState()
    const [first] = membersOf(draft, app.tables)
    if (
      !first ||
      live !== null ||
      engine !== 'auto' ||
      runs.some(isInProgress) ||
      app.cannotRunReasons().length > 0
    )
      return
    if (!app.sources.isReady(first.data)) return
    void app.sources.want(first.data)
    app.client.prepare(first)
  }
  const lookLater = () => {
    clearTimeout(timer)
    timer = setTimeout(look, AT_REST)
  }
  lookLater()
  app.store.subscribe(({ draft, downloads, engine }, before) => {
    if (draft !== before.draft || downloads !== before.downloads || engine !== before.engine) lookLater()
  })
}
