/** The bins in which gradients are counted: three a decade, from 10⁻¹² to 10⁴, so that every run has the same. */
export const GRADIENT_BINS = { from: -12, perDecade: 3, count: 48 } as const

/** The lower end of a bin. */
export function binStart(bin: number): number {
  return 10 ** (GRADIENT_BINS.from + bin / GRADIENT_BINS.perDecade)
}
