/** Apostrophes as quotation marks, as SQL and Weka write them. */

const CELL = /(?<=^|[,\t;|，；]) *'([^'\n]*)'(?= *(?:[,\t;|，；]|$))/gm

/** The text with quotation marks of the usual kind, where every apostrophe in it quotes a whole cell; otherwise the text itself. */
export function inDoubleQuotes(text: string): string {
  if (!text.includes("'") || text.includes('"')) return text
  const apostrophes = text.split("'").length - 1
  const cells = text.match(CELL)?.length ?? 0
  return cells > 0 && 2 * cells === apostrophes ? text.replaceAll("'", '"') : text
}
