/** Quotations as SQL, Weka, programs in C and word processors write them, in the form that spreadsheets know. */

const CELL = /(?<=^|[,\t;|，；]) *'((?:[^'\\\n]|''|\\.)*)'(?= *(?:[,\t;|，；]|$))/gm

const TYPOGRAPHIC = /(?<=^|[,\t;|，；]) *“([^“”\n]*)”(?= *(?:[,\t;|，；]|$))/gm

/**
 * The text with quotation marks of the usual kind, where every apostrophe in it quotes a whole cell or is doubled or
 * escaped in one, or every typographic mark quotes a whole cell; otherwise the text itself.
 */
export function inDoubleQuotes(text: string): string {
  if (text.includes('"')) return text
  if (text.includes('“') && !/[“”]/.test(text.replace(TYPOGRAPHIC, '')))
    return text.replace(TYPOGRAPHIC, '"$1"')
  if (!text.includes("'") || text.replace(CELL, '').includes("'")) return text
  return text.replace(
    CELL,
    (_, cell: string) => `"${cell.replace(/''|\\(['\\])/g, (_, mark) => mark ?? "'")}"`,
  )
}

/** A backslash before a quotation mark that cannot end its cell: it escapes the mark. */
const ESCAPED = /\\"(?=[^,\t;|，；\n"])/

/** The text with its quotation marks doubled where backslashes escape them; a path that ends a cell (`"C:\"`) does not. */
export const withDoubledQuotes = (text: string): string =>
  ESCAPED.test(text) ? text.replace(/\\([\\"])/g, (_, mark: string) => (mark === '"' ? '""' : mark)) : text
