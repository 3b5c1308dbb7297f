import { useEffect, useLayoutEffect } from 'react'
import { SETTINGS_ATTRIBUTE } from '../shared/marks.ts'
import { SETTLED, stillOrSmooth } from './scroll-to.ts'
import type { Pointed } from './use-pointing.ts'

const FOLDED = 'details:not([open])'

/** The heading of the folded section that hides a control, unless another control of the same setting is visible. */
const foldOf = (control: string) =>
  `:root:not(:has(${control}:not(${FOLDED} *))) ${FOLDED}:has(${control}) > summary`

/**
 * Tints the controls of the settings that a person points at in the code. It is a style rule for the page and not state
 * in every row: it costs nothing while nobody points at anything, and it also holds for rows that are added and folds
 * that open later.
 */
export function ControlsTint({ pointed }: { pointed: Pointed }) {
  const { at, marks } = pointed
  const controls =
    at === 'line'
      ? marks.map((mark) => `[${SETTINGS_ATTRIBUTE}~="${mark}"]`)
      : [`[${SETTINGS_ATTRIBUTE}="${marks.join(' ')}"]`]
  const all = controls.join()
  useEffect(() => {
    if (at !== 'line') return
    const timer = setTimeout(() => {
      const open = [...document.querySelectorAll(all)].find((control) => control.closest(FOLDED) === null)
      open?.scrollIntoView({ block: 'nearest', behavior: stillOrSmooth() })
    }, SETTLED)
    return () => clearTimeout(timer)
  }, [at, all])
  const rule = `${[all, ...controls.map(foldOf)].join()} {
    --ink3: var(--ink2);
    scroll-margin-block: 42px;
    border-radius: var(--field-radius);
    background: var(--tape-pale);
    box-shadow: -8px 0 var(--tape-pale), 8px 0 var(--tape-pale);
  }`
  useLayoutEffect(() => {
    // A style element would not do: the content policy allows no style that is written in the page.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rule)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [rule])
  return null
}
