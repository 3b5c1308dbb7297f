import { type FunctionComponent, lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { useText } from './app-context.tsx'

interface Retry {
  readonly onRetry: () => void
}

/**
 * A part of the page that is fetched when it is first shown. If it cannot be loaded, a sentence says so in its place
 * and offers to try again.
 */
export function lazyPart<P extends object>(load: () => Promise<{ default(props: P): ReactNode }>) {
  const part = () => lazy<FunctionComponent<P & Retry>>(() => load().catch(() => ({ default: NotLoaded })))
  let Part = part()
  return function Later(props: P) {
    const [attempt, setAttempt] = useState(0)
    const onRetry = () => {
      Part = part()
      setAttempt(attempt + 1)
    }
    return (
      <Suspense fallback={null} key={attempt}>
        <Part {...props} onRetry={onRetry} />
      </Suspense>
    )
  }
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
