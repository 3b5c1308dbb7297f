/**
 * A formula as a tree of MathML elements. Letters are `i`, numbers `n`, operators `o`; texts in a language do not belong in
 * formulas, so one tree serves all languages.
 */
type Leaf = { readonly tag: 'mi' | 'mn' | 'mo'; readonly text: string }
type Branch = {
  readonly tag: 'mrow' | 'mfrac' | 'msub' | 'msup' | 'msqrt' | 'mover' | 'munder' | 'munderover'
  readonly children: readonly Formula[]
}
export type Formula = Leaf | Branch

const branch =
  (tag: Branch['tag']) =>
  (...children: readonly Formula[]): Branch => ({ tag, children })

/** A letter or the name of a function. */
export const i = (text: string): Leaf => ({ tag: 'mi', text })
export const n = (text: string | number): Leaf => ({ tag: 'mn', text: String(text) })
export const o = (text: string): Leaf => ({ tag: 'mo', text })

export const row = branch('mrow')
export const fraction = branch('mfrac')
export const subscript = branch('msub')
export const power = branch('msup')
export const root = branch('msqrt')
/** The base, and what stands above it: a hat, a bar. */
export const over = branch('mover')
export const under = branch('munder')
/** The operator, what stands below it, and what stands above. */
export const sum = (from: Formula, to: Formula): Branch => branch('munderover')(o('∑'), from, to)
export const product = (from: Formula, to: Formula): Branch => branch('munderover')(o('∏'), from, to)
/** A derivative of one by the other, with all else held. */
export const partial = (of: Formula, by: Formula): Branch => fraction(row(o('∂'), of), row(o('∂'), by))
