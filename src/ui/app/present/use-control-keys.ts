import { useRef } from 'react'
import type { Verbs } from '../use-keys.ts'

/** The digits lead to the controls, and the arrows move the one that was last led to, whatever has the focus. */
export function useControlKeys(): (event: KeyboardEvent) => Verbs {
  const last = useRef('1')
  const leadTo = (number: string) => {
    last.current = number
    inputOf(number)?.focus()
  }
  return ({ target, key }) => {
    const led = target instanceof Element ? target.closest<HTMLElement>('[data-control]') : null
    if (led) last.current = led.dataset.control!
    const move = () => {
      leadTo(last.current)
      const moved = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      inputOf(last.current)?.dispatchEvent(moved)
    }
    return {
      ...Object.fromEntries(['1', '2', '3'].map((number) => [number, () => leadTo(number)])),
      ...(!led && { arrowleft: move, arrowright: move }),
    }
  }
}

function inputOf(number: string) {
  return document.querySelector<HTMLElement>(`[data-control="${number}"] [data-row] :is(input, select)`)
}
