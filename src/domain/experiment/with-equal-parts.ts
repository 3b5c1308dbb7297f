/**
 * `next` with the parts of `before` wherever they are equal, so that what has not changed is the same object, and whoever
 * draws it need not draw it again. Lists and plain objects have parts; anything else, as a table, is one thing.
 */
export function withEqualParts<T>(next: T, before: unknown): T {
  if (Object.is(next, before)) return next
  if (Array.isArray(next) && Array.isArray(before)) {
    const parts = next.map((part, i) => withEqualParts(part, before[i]))
    const isEqual = parts.length === before.length && parts.every((part, i) => Object.is(part, before[i]))
    return (isEqual ? before : parts) as T
  }
  if (!isPlain(next) || !isPlain(before)) return next
  const entries = Object.entries(next).map(([key, part]) => [key, withEqualParts(part, before[key])] as const)
  const isEqual =
    entries.length === Object.keys(before).length &&
    entries.every(([key, part]) => key in before && Object.is(part, before[key]))
  return (isEqual ? before : Object.fromEntries(entries)) as T
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
