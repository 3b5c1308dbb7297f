/**
 * Explains what a person points at, holds a finger on, or asks about with the ? key. What has a term says so itself:
 * controls by the setting that they change, everything else by `data-term`. One listener for the page costs nothing while
 * nobody asks, and also holds for what comes later.
 */
import { useEffect, useState } from 'react'
import { isTerm, type TermKey } from '../../domain/terms/terms.ts'
import { lazyPart } from '../shared/lazy.tsx'
import { SETTINGS_ATTRIBUTE, TERM_ATTRIBUTE as TERM } from '../shared/marks.ts'
import type { AskedTerm } from './term-popover.tsx'

const TermPopover = lazyPart(() => import('./term-popover.tsx'))

/** How long a pointer must rest, in ms: nothing opens while it only passes by. */
const REST = 500
/** How long the way from the name to its explanation may take. */
const WAY_OVER = 250

export function TermTips() {
  const [asked, setAsked] = useState<AskedTerm | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let touched = false
    const ask = (found: Found, byKey: boolean) =>
      setAsked({ term: found.term, at: found.place.getBoundingClientRect(), byKey })
    const onPointerOver = ({ target, pointerType, buttons }: PointerEvent) => {
      if (pointerType === 'touch' || buttons > 0) return
      clearTimeout(timer)
      if (isAnswer(target)) return
      const found = hasTooltip(target) ? null : termAt(target, NAMES)
      timer = found
        ? setTimeout(() => ask(found, false), REST)
        : setTimeout(() => setAsked((now) => (now?.byKey ? now : null)), WAY_OVER)
    }
    const onPointerDown = ({ target, pointerType }: PointerEvent) => {
      touched = pointerType === 'touch'
      clearTimeout(timer)
      if (!isAnswer(target)) setAsked(null)
    }
    /** A tap on a name explains it; a tap on a control uses it, and a long one explains it. */
    const onClick = (event: MouseEvent) => {
      const found = touched ? termAt(event.target, NAMES) : null
      if (!found || isControl(event.target)) return
      event.preventDefault()
      ask(found, false)
    }
    const onContextMenu = (event: MouseEvent) => {
      const found = touched ? termAt(event.target, `${NAMES}, ${CONTROLS}`) : null
      if (!found) return
      event.preventDefault()
      ask(found, false)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return
      const found = termAt(document.activeElement, CONTROLS) ?? termAt(firstVerdict(), CONTROLS)
      if (!found || (isText(document.activeElement) && !document.activeElement?.closest(CONTROLS))) return
      event.preventDefault()
      ask(found, true)
    }
    const end = new AbortController()
    const { signal } = end
    addEventListener('pointerover', onPointerOver, { signal })
    addEventListener('pointerdown', onPointerDown, { signal })
    addEventListener('click', onClick, { signal, capture: true })
    addEventListener('contextmenu', onContextMenu, { signal })
    addEventListener('keydown', onKeyDown, { signal })
    return () => {
      clearTimeout(timer)
      end.abort()
    }
  }, [])
  return asked && <TermPopover asked={asked} onClose={() => setAsked(null)} />
}

interface Found {
  readonly term: TermKey
  readonly place: Element
}

/** Names of controls, and everything else that has a term. A label around its own control belongs to that. */
const NAMES = `[${TERM}], p[${SETTINGS_ATTRIBUTE}], [${SETTINGS_ATTRIBUTE}] :is(legend, label:not(:has([type=checkbox])))`
const CONTROLS = `[${TERM}], [${SETTINGS_ATTRIBUTE}]`

function termAt(target: EventTarget | null, selector: string): Found | null {
  const place = target instanceof Element ? target.closest(selector) : null
  if (!place) return null
  const own = place.getAttribute(TERM)
  const setting = place.closest(`[${SETTINGS_ATTRIBUTE}]`)?.getAttribute(SETTINGS_ATTRIBUTE)?.split(' ')[0]
  const term = own ?? `setting.${setting}`
  return isTerm(term) ? { term, place } : null
}

/** Where nothing is in focus, the question is about the verdict. */
function firstVerdict(): Element | null {
  return document.querySelector(`h2[${TERM}]`)
}

const isAnswer = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[data-answer]') !== null
const isControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, a, label:has(input)') !== null
/** What has a tooltip is explained by it to a pointer; fingers and keys get the term. */
const hasTooltip = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[title]') !== null
const isText = (element: Element | null) =>
  element?.matches('textarea, input:not([type=range], [type=radio], [type=checkbox])') === true
