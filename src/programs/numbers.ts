/** 10_000 is read, 10000 is counted. Python and JavaScript both allow it. */
export function grouped(value: number): string {
  if (!Number.isInteger(value) || value < 10_000 || value >= 1e21) return String(value)
  return String(value).replace(/\B(?=(\d{3})+$)/g, '_')
}
