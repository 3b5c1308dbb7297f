/** The colours of a line: as much of a language's grammar as highlighting wants. */
export type TokenKind = 'comment' | 'string' | 'number' | 'keyword' | 'plain'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
}

const PYTHON = new Set(
  'and as class def elif else for from if import in is lambda not or return with None True False'.split(' '),
)
const JAVASCRIPT = new Set(
  'async await class const else extends for from function if import in let new null of return super this true false'.split(
    ' ',
  ),
)

const PARTS =
  /(?<comment>#.*|\/\/.*|\/\*.*|"""[^"]*(?:""")?)|(?<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`)|(?<number>\b\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?\b)|(?<word>[A-Za-z_]\w*)/g

export function tokens(text: string, language: 'python' | 'javascript'): Token[] {
  const keywords = language === 'python' ? PYTHON : JAVASCRIPT
  const found: Token[] = []
  let at = 0
  for (const match of text.matchAll(PARTS)) {
    const { comment, string, number, word } = match.groups ?? {}
    // `//` divides in Python.
    if (language === 'python' && comment?.startsWith('/')) continue
    const kind =
      comment !== undefined
        ? 'comment'
        : string !== undefined
          ? 'string'
          : number !== undefined
            ? 'number'
            : word !== undefined && keywords.has(word)
              ? 'keyword'
              : 'plain'
    if (match.index > at) found.push({ kind: 'plain', text: text.slice(at, match.index) })
    found.push({ kind, text: match[0] })
    at = match.index + match[0].length
  }
  if (at < text.length) found.push({ kind: 'plain', text: text.slice(at) })
  return found
}
