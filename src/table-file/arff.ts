/** The files of Weka and OpenML: declarations of the columns, then rows with commas. */
import { inDoubleQuotes } from './quotes.ts'

const DATA = /^[ \t]*@data[ \t]*$/im
const ATTRIBUTE = /^[ \t]*@attribute\s+('(?:[^'\\\n]|\\.)*'|"[^"\n]*"|\S+)[ \t]/gim

/**
 * The same table with its names in a line, where the declarations ended, so that all rows keep their line numbers. The text
 * itself where it declares nothing.
 */
export function fromArff(text: string): string {
  const data = DATA.exec(text)
  if (!data) return text
  const declarations = text.slice(0, data.index)
  const names = Array.from(declarations.matchAll(ATTRIBUTE), ([, name]) => bare(name!))
  if (!/^[ \t]*@relation\b/im.test(declarations) || names.length === 0) return text
  const lines = declarations.replace(/[^\n]/g, '')
  const rows = inDoubleQuotes(text.slice(data.index + data[0].length))
  return `${lines}${names.map((name) => `"${name}"`).join(',')}${rows}`
}

const bare = (name: string) =>
  (/^(['"]).*\1$/s.test(name) ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name).replaceAll('"', '""')
