/**
 * The files that are being opened: whoever opens one reports it here, and the page shows a progress bar with a cancel
 * button.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { useText } from './app-context.tsx'
import css from './opening.module.css'

export interface Opening {
  /** The name of the file; null for pasted text. */
  readonly name: string | null
  /** The share of the work that is done, 0..1. */
  readonly share: number
  cancel(): void
}

interface Openings {
  readonly list: readonly Opening[]
  /** Replaces `before` by `now`; null means none. */
  replace(before: Opening | null, now: Opening | null): void
}

const OpeningContext = createContext<Openings>({ list: [], replace() {} })

export const useReportOpening = () => useContext(OpeningContext).replace

export function OpeningProvider({ children }: { children: ReactNode }) {
  const [list, setList] = useState<readonly Opening[]>([])
  const replace = useMemo(
    () => (before: Opening | null, now: Opening | null) =>
      setList((present) => [...present.filter((each) => each !== before), ...(now ? [now] : [])]),
    [],
  )
  return (
    <OpeningContext value={useMemo(() => ({ list, replace }), [list, replace])}>{children}</OpeningContext>
  )
}

/** Work that ends within this many ms needs no bar. */
const WORTH_SHOWING = 300

export function OpeningBar() {
  const t = useText()
  const { list } = useContext(OpeningContext)
  const [opening] = list
  const busy = opening !== undefined
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!busy) return setShown(false)
    const timer = setTimeout(() => setShown(true), WORTH_SHOWING)
    return () => clearTimeout(timer)
  }, [busy])
  if (!shown || !opening) return null
  const { name, share, cancel } = opening
  const label = t.home.opening(name)
  return (
    <div className={css.opening}>
      <output className={css.name}>{label}</output>
      <ProgressBar label={label} value={Math.round(100 * share)} max={100} />
      <Button variant="outline" size="small" onClick={cancel}>
        {t.home.cancelOpening}
      </Button>
    </div>
  )
}
