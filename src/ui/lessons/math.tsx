import { createElement, type ReactNode } from 'react'
import type { Formula } from '../../lessons/formula.ts'

/** Large operators keep their limits above and below, in a line as well. */
const DISPLAY = 'block'

/** A formula, drawn by the browser. */
export function MathFormula({ of }: { readonly of: Formula }) {
  return createElement('math', { display: DISPLAY }, <Node of={of} />)
}

function Node({ of }: { readonly of: Formula }): ReactNode {
  if ('text' in of) return createElement(of.tag, null, of.text)
  return createElement(of.tag, null, ...of.children.map((child, i) => <Node key={i} of={child} />))
}
