import { type FunctionComponent, lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { useText } from './app-context.tsx'

interface Retry {
  readonly onRetry: () => void
}

interface Options {
  /** Stands where the part will be, until it is here. */
  readonly placeholder?: ReactNode
  /**
   * The page fetches the part when it has nothing else to do, so that it opens at once, and also where the connection has
   * gone since, as in a lecture hall.
   */
  readonly ahead?: boolean
}

const ahead: (() => Promise<unknown>)[] = []

/**
 * A part of the page that is fetched when it is first shown. If it cannot be loaded, a sentence says so in its place
 * and offers to try again.
 */
export function lazyPart<P extends object>(
  load: () => Promise<{ default(props: P): ReactNode }>,
  options: Options = {},
) {
  if (options.ahead) ahead.push(load)
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

/** Fetches one part after the other, each in an idle moment. What fails here is asked for again when it is shown. */
export async function fetchAhead(): Promise<void> {
  for (const load of ahead.splice(0)) {
    await idleMoment()
    await load().catch(() => {})
  }
}

/** Not every browser tells when it is idle. */
const idleMoment = () =>
  new Promise<void>((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done())
    else setTimeout(done, 200)
  })

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
