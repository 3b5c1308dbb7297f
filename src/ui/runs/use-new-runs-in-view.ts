import { type RefObject, useEffect } from 'react'
import { useAppState } from '../shared/app-context.tsx'

/** The height of the table's head, which stays over the rows that scroll. */
const HEAD = 30

/** Scrolls the first row of new runs into view: within the list's own scroller, never the page. */
export function useNewRunsInView(list: RefObject<HTMLElement | null>) {
  const first = useAppState(({ runGroup }) => runGroup[0])
  useEffect(() => {
    const box = list.current?.parentElement
    const row = first && list.current?.querySelector<HTMLElement>(`[data-run="${first}"]`)
    if (!box || !row) return
    const outer = box.getBoundingClientRect()
    const inner = row.getBoundingClientRect()
    if (inner.top < outer.top + HEAD) box.scrollTop += inner.top - outer.top - HEAD
    else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom
  }, [list, first])
}
