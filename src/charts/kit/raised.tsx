/** Raises exponents: the raised figures of fonts are too small to project. */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'
const PLAIN = '0123456789−'
const UP = '-0.45em'
const DOWN = '0.34em'

/** Plain texts at the even indices, and at the odd ones what is raised. */
export function raisedParts(text: string): string[] {
  const parts = text.split(/([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)/)
  return parts.map((part, i) =>
    i % 2 === 0 ? part : [...part].map((figure) => PLAIN[RAISED.indexOf(figure)]).join(''),
  )
}

/** Within an SVG text. */
export function Raised({ text }: { readonly text: string }) {
  return raisedParts(text).map((part, i) => {
    const look = i % 2 === 0 ? { dy: i === 0 ? 0 : DOWN } : { dy: UP, fontSize: '0.78em' }
    return (
      <tspan key={i} {...look}>
        {part}
      </tspan>
    )
  })
}
