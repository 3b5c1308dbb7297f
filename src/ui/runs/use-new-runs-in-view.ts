import { type RefObject, useEffect } from 'react'
import { useAppState } from '../shared/app-context.tsx'

/** Height of the table's head, which stays over the rows that scroll. */
const HEAD = 30

/** When runs start, their first row scrolls into view: within the box of the list, never the page. */
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
