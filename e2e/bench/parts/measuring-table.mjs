const HEADINGS = {
  nothing: 'The same worker beside itself: what the method gives where there is no difference',
  probes:
    'What measuring for the verdict adds to an epoch (2-D case, updates, inactive units and the loss of `fit`)',
  keeper: 'What keeping past epochs adds to an epoch (2-D case)',
}

/** A table for each thing whose cost was measured. */
export function measuringTable(costs, { table, median }) {
  const percent = (ratio) => `${ratio < 1 ? '−' : '+'}${Math.abs(100 * (ratio - 1)).toFixed(1)} %`
  return Object.entries(HEADINGS)
    .map(([of, heading]) => {
      const rows = costs
        .filter((cost) => cost.of === of)
        .map(({ name, ratios }) => {
          const [low, high] = medianInterval(ratios)
          return [name, percent(median(ratios)), `${percent(low)} and ${percent(high)}`]
        })
      return `### ${heading}\n\n${table(['', 'median of pairs', 'the median lies between, at 95 %'], rows)}`
    })
    .join('\n\n')
}

/** Bounds of the true median at 95 %, whatever the distribution: order statistics by the binomial's normal approximation. */
function medianInterval(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const half = (1.96 * Math.sqrt(sorted.length)) / 2
  const middle = (sorted.length - 1) / 2
  return [Math.floor(middle - half), Math.ceil(middle + half)].map((rank) => sorted[rank])
}
