/** What the gradient chart says, in the page's language. */
export interface GradientLabels {
  readonly summary: string
  readonly tick: (value: number) => string
  readonly value: (gradient: number) => string
  readonly layer: (number: number) => string
  /** The last one, if there is room for it. */
  readonly output: (number: number) => string
  /** A place on the x axis, in words. */
  readonly at: (place: number) => string
  /** What the x axis counts. */
  readonly xUnit: string
  readonly xTick: (place: number) => string
}
