/** The table of what measuring costs. */
export function measuringTable(costs, { table, median }) {
  const percent = (ratio) => `${ratio < 1 ? '−' : '+'}${Math.abs(100 * (ratio - 1)).toFixed(1)} %`
  return [
    '### What measuring for the verdict adds to an epoch (2-D case, updates and inactive units beside the scores)',
    table(
      ['', 'median', 'quarter of rounds below', 'quarter above'],
      costs.map(({ name, ratios }) => {
        const sorted = ratios.toSorted((a, b) => a - b)
        const at = (share) => sorted[Math.round((sorted.length - 1) * share)]
        return [name, percent(median(ratios)), percent(at(0.25)), percent(at(0.75))]
      }),
    ),
  ].join('\n\n')
}
