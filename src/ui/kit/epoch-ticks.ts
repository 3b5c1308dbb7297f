const CLOSEST_PX = 3
const LENGTHS = { short: 3, middle: 4, long: 6 } as const

/** The number of epochs between two ticks: one, ten above 300 epochs, and more where ticks would crowd. */
export function tickStep(epochs: number, width: number): number {
  let decade = epochs > 300 ? 10 : 1
  for (;;) {
    for (const mantissa of [1, 2, 5]) {
      if ((mantissa * decade * width) / epochs >= CLOSEST_PX) return mantissa * decade
    }
    decade *= 10
  }
}

/** One SVG path of ticks that rise from the foot of the bar, on whole device pixels. */
export function tickPath(epochs: number, width: number, height: number, density = 1): string {
  if (!(width > 0 && epochs > 0)) return ''
  const step = tickStep(epochs, width)
  const unit = 10 ** Math.floor(Math.log10(step))
  let path = ''
  for (let epoch = step; epoch < epochs; epoch += step) {
    const x = (Math.round((epoch / epochs) * width * density - 0.5) + 0.5) / density
    const length =
      epoch % (10 * unit) === 0 ? LENGTHS.long : epoch % (5 * unit) === 0 ? LENGTHS.middle : LENGTHS.short
    path += `M${x} ${height}v-${length}`
  }
  return path
}
