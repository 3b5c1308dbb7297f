/** Where a program builds, compiles, fits, evaluates and predicts. */
import type { FlowStep } from '../domain/training/flow-steps.ts'
import type { CodeLine } from './lines.ts'

/** The comment above a step, as both programs number them, and the call that is the step itself. */
const STEPS: Readonly<Record<FlowStep, { readonly title: RegExp; readonly call: RegExp }>> = {
  build: { title: /^\S+ \d\. Build/, call: /\b(sequential|model)\(/i },
  compile: { title: /^\S+ \d\. Compile/, call: /\.compile\(/ },
  fit: { title: /^\S+ \d\. Fit/, call: /\.fit\(/ },
  evaluate: { title: /^\S+ \d\. Evaluate/, call: /\b(evaluate|score)\(/ },
  predict: { title: /^\S+ \d\. Predict/, call: /\.predict\(/ },
}
const ANY_TITLE = /^\S+ \d\. [A-Z]/

/** First and last line of a step's call; its comment where the program has no such call. null where there is neither. */
export function flowLines(lines: readonly CodeLine[], step: FlowStep): readonly [number, number] | null {
  const { title, call } = STEPS[step]
  const head = lines.findIndex(({ text }) => title.test(text))
  if (head < 0) return null
  const after = lines.findIndex(({ text }, i) => i > head && ANY_TITLE.test(text))
  const end = after < 0 ? lines.length : after
  const first = lines.findIndex(({ text }, i) => i > head && i < end && call.test(text))
  return first < 0 ? [head, head] : [first, lastLineOf(lines, first)]
}

/** Where the brackets are closed that a line opens. */
function lastLineOf(lines: readonly CodeLine[], first: number): number {
  let open = 0
  for (let i = first; i < lines.length; i++) {
    for (const sign of lines[i]!.text) open += '([{'.includes(sign) ? 1 : ')]}'.includes(sign) ? -1 : 0
    if (open <= 0) return i
  }
  return lines.length - 1
}
