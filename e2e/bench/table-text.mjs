/** How numbers and tables of the benchmark are written. */

export function table(head, rows) {
  const align = head.map((_, i) => (i === 0 ? '---' : '---:'))
  return [head, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export const total = (values) => values.reduce((all, value) => all + value, 0)
export const fixed = (value, digits = 1) => value.toFixed(digits)
export const megabytes = (bytes) => (bytes / 1e6).toFixed(2)
export const milliseconds = (ms) => (ms >= 1000 ? fixed(ms, 0) : ms.toPrecision(3))
export const times = (ratio) => `${ratio >= 100 ? fixed(ratio, 0) : ratio.toPrecision(2)}×`
/** The median, the lowest and the highest. */
export const spread = (values) => [median(values), Math.min(...values), Math.max(...values)].map(milliseconds)

export function median(values) {
  return quantile(values, 0.5)
}

/** Interpolates between the two nearest values. */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  return sorted[low] + (sorted[Math.ceil(at)] - sorted[low]) * (at - low)
}
