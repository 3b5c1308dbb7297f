/** Values as Python writes them. */
export function python(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  // JSON's escapes are Python's.
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`
  return grouped(Number(value))
}

/** 10_000 is read, 10000 is counted. */
function grouped(value: number): string {
  if (!Number.isInteger(value) || value < 10_000 || value >= 1e21) return String(value)
  return String(value).replace(/\B(?=(\d{3})+$)/g, '_')
}
