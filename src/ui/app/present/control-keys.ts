import type { Verbs } from '../use-keys.ts'

/** The number of the control that the arrows move while nothing has the focus. */
let last = '1'

/** The digits lead to the controls, and the arrows move the one that was last led to. */
export function controlKeys({ target, key }: KeyboardEvent): Verbs {
  const led = target instanceof Element ? target.closest<HTMLElement>('[data-control]') : null
  if (led) last = led.dataset.control!
  const leadTo = (number: string) => {
    last = number
    inputOf(number)?.focus()
  }
  const move = () => {
    leadTo(last)
    inputOf(last)?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
  return {
    ...Object.fromEntries(['1', '2', '3'].map((number) => [number, () => leadTo(number)])),
    ...(!led && { arrowleft: move, arrowright: move }),
  }
}

function inputOf(number: string) {
  return document.querySelector<HTMLElement>(`[data-control="${number}"] [data-row] :is(input, select)`)
}
