/** The colours of the style sheet, for canvases, which must be drawn again when the theme changes. */
import { useSyncExternalStore } from 'react'

let version = 0

function subscribe(changed: () => void): () => void {
  const turn = () => {
    version++
    changed()
  }
  const observer = new MutationObserver(turn)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] })
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', turn)
  return () => {
    observer.disconnect()
    dark.removeEventListener('change', turn)
  }
}

/** A number that changes whenever colours may have changed: what draws asks for its colours by it. */
export function useTheme(): number {
  return useSyncExternalStore(
    subscribe,
    () => version,
    () => 0,
  )
}

export type Rgb = readonly [number, number, number]

/** Looking a colour up makes the browser compute the page's styles, so each is cached until the theme changes. */
const known = new WeakMap<HTMLElement, { readonly theme: number; readonly colours: Map<string, Rgb> }>()

/** The colour of a token such as '--ink' as it is at `host`, in its theme. */
export function tokenColour(host: HTMLElement, token: string, theme: number): Rgb {
  let memory = known.get(host)
  if (memory?.theme !== theme) {
    memory = { theme, colours: new Map() }
    known.set(host, memory)
  }
  const colour = memory.colours.get(token) ?? lookUp(host, token)
  memory.colours.set(token, colour)
  return colour
}

function lookUp(host: HTMLElement, token: string): Rgb {
  // Tokens are light-dark() expressions: only a real property of an element in the page says which half
  // applies.
  const probe = host.ownerDocument.createElement('i')
  probe.style.color = `var(${token})`
  host.append(probe)
  const colour = rgb(getComputedStyle(probe).color)
  probe.remove()
  return colour
}

function rgb(colour: string): Rgb {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return [r, g, b]
}

export function css([r, g, b]: Rgb): string {
  return `rgb(${r} ${g} ${b})`
}

/** Mixes `share` of the second colour into the first. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]
}
