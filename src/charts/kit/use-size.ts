import { type RefObject, useLayoutEffect, useState } from 'react'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Content size of an element in whole CSS pixels; null before the first layout and while it is not shown. */
export function useSize(ref: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const take = (width: number, height: number) =>
      setSize((before) => {
        if (width < 1 || height < 1) return null
        return before?.width === width && before.height === height ? before : { width, height }
      })
    take(element.clientWidth, element.clientHeight)
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) take(Math.floor(entry.contentRect.width), Math.floor(entry.contentRect.height))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}
