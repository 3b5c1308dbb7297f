/**
 * The scales of the charts, for Recharts in place of d3-scale, from which it takes them by name. The page draws linear
 * and logarithmic axes with ticks of its own, and d3's others come with formats of numbers, times and colours.
 */
type Ends = readonly [number, number]

export interface AxisScale {
  /** Also beyond the domain; undefined where there is no number. */
  (value: number): number | undefined
  invert(place: number): number
  domain(): Ends
  domain(ends: Ends): AxisScale
  range(): Ends
  range(ends: Ends): AxisScale
  copy(): AxisScale
}

export const scaleLinear = () =>
  axisScale(
    (value) => value,
    (value) => value,
  )

export const scaleLog = () => axisScale(Math.log, Math.exp)

function axisScale(transform: (value: number) => number, inverse: (value: number) => number): AxisScale {
  let domain: Ends = [1, 10]
  let range: Ends = [0, 1]
  const transformed = (): Ends => [transform(domain[0]), transform(domain[1])]
  const place = (value: number) => {
    const number = Number(value)
    return Number.isNaN(number) ? undefined : between(range, share(transformed(), transform(number)))
  }
  const scale: AxisScale = Object.assign(place, {
    invert: (at: number) => inverse(between(transformed(), share(range, at))),
    domain: ((ends?: Ends) => {
      if (ends === undefined) return domain
      domain = ends
      return scale
    }) as AxisScale['domain'],
    range: ((ends?: Ends) => {
      if (ends === undefined) return range
      range = ends
      return scale
    }) as AxisScale['range'],
    copy: () => axisScale(transform, inverse).domain(domain).range(range),
  })
  return scale
}

function share([from, to]: Ends, value: number): number {
  return from === to ? 0.5 : (value - from) / (to - from)
}

function between([from, to]: Ends, at: number): number {
  return from * (1 - at) + to * at
}
