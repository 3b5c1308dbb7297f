/**
 * A number as people type it: "1e-3", "0.001", "0,001", "1e−3" with a true minus, "4 417" with a thin space,
 * full-width digits of a Chinese keyboard. Null when it is no finite number.
 */
export function parseNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/[−–]/g, '-').replace(/[,。]/g, '.')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}
