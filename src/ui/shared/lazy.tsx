import { type FunctionComponent, lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { useText } from './app-context.tsx'
import { IdleQueue, type Load } from './idle-queue.ts'

interface Retry {
  readonly onRetry: () => void
}

interface Options {
  /** Stands where the part will be, until it is here. */
  readonly placeholder?: ReactNode
}

/**
 * A part of the page that is fetched when it is first shown, or before that when there is nothing else to do. If it cannot
 * be loaded, a sentence says so in its place and offers to try again.
 */
export function lazyPart<P extends object>(
  load: () => Promise<{ default(props: P): ReactNode }>,
  options: Options = {},
) {
  alsoAhead(load)
  const part = () => lazy<FunctionComponent<P & Retry>>(() => load().catch(() => ({ default: NotLoaded })))
  let Part = part()
  return function Later(props: P) {
    const [attempt, setAttempt] = useState(0)
    const onRetry = () => {
      Part = part()
      setAttempt(attempt + 1)
    }
    return (
      <Suspense fallback={options.placeholder} key={attempt}>
        <Part {...props} onRetry={onRetry} />
      </Suspense>
    )
  }
}

/** Not every browser tells when it is idle. */
const idleMoment = () =>
  new Promise<void>((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done())
    else setTimeout(done, 200)
  })

const waiting = new IdleQueue(idleMoment)

/**
 * What the page fetches when it has nothing else to do, so that it opens at once, and also where the connection has gone
 * since, as in a lecture hall.
 */
export const alsoAhead = (load: Load) => waiting.add(load)

/** Fetches all parts ahead, and these others; for people who asked their browser to save data, none. */
export async function fetchAhead(others: readonly Load[]): Promise<void> {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } }
  if (connection?.saveData) return
  for (const load of others) alsoAhead(load)
  await waiting.start()
}

function NotLoaded({ onRetry }: Retry) {
  const t = useText()
  return (
    <span role="alert">
      {t.notLoaded}{' '}
      <Button variant="plain" size="small" onClick={onRetry}>
        {t.data.retry}
      </Button>
    </span>
  )
}
