/**
 * Cuts code into tokens that are set differently: keywords, strings, comments, headings. It knows no more of a language
 * than that needs.
 */

export type Language = 'python' | 'javascript'

export interface Token {
  readonly kind: 'plain' | 'keyword' | 'string' | 'comment' | 'heading'
  readonly text: string
}

/** In JavaScript `from`, and any name after a dot, may be an ordinary identifier. */
const TOKENS: Record<Language, RegExp> = {
  python:
    /(?<comment>#.*)|(?<string>[bfru]{0,2}(?:"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))|(?<word>[\p{L}_][\p{L}\p{N}_]*)/gu,
  javascript:
    /(?<comment>\/\/.*|\/\*[\s\S]*?\*\/)|(?<string>`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(?<keyword>\bfrom(?= ['"]))|(?<word>(?<![\p{L}\p{N}_$]|[^.]\.)[\p{L}_$][\p{L}\p{N}_$]*)/gu,
}

const KEYWORDS: Record<Language, ReadonlySet<string>> = {
  python: new Set(
    'and as assert break class continue def del elif else except finally for from global if import in is lambda not or pass raise return try while with yield None True False'.split(
      ' ',
    ),
  ),
  javascript: new Set(
    'async await break case catch class const continue default delete do else export extends finally for function if import in instanceof let new of return static switch this throw try typeof var void while yield null undefined true false'.split(
      ' ',
    ),
  ),
}

/** The tokens of every line; a string or comment over several lines is one token in each of them. */
export function tokensOf(lines: readonly string[], language: Language): Token[][] {
  const cut: Token[][] = [[]]
  const add = (kind: Token['kind'], text: string) => {
    for (const [i, part] of text.split('\n').entries()) {
      if (i > 0) cut.push([])
      if (part !== '') cut.at(-1)!.push({ kind, text: part })
    }
  }
  const text = lines.join('\n')
  let end = 0
  for (const { 0: token, index, groups = {} } of text.matchAll(TOKENS[language])) {
    add('plain', text.slice(end, index))
    if (groups.keyword) add('keyword', token)
    else if (groups.word) add(KEYWORDS[language].has(token) ? 'keyword' : 'plain', token)
    else add(groups.comment ? 'comment' : 'string', token)
    end = index + token.length
  }
  add('plain', text.slice(end))
  return cut.map((tokens, i) =>
    isHeading(lines, tokens, i) ? [{ kind: 'heading', text: lines[i]! }] : tokens,
  )
}

/** A comment between empty lines is a heading of all that follows it. */
function isHeading(lines: readonly string[], tokens: readonly Token[], at: number): boolean {
  if (tokens.length !== 1 || tokens[0]!.kind !== 'comment') return false
  return [lines[at - 1], lines[at + 1]].every((beside) => (beside ?? '') === '')
}
