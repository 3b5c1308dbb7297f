/** The words of the gradient chart, in the page's language. */
export interface GradientLabels {
  readonly summary: string
  readonly tick: (value: number) => string
  readonly value: (gradient: number) => string
  readonly layer: (number: number) => string
  /** The name of the last layer, if it fits. */
  readonly output: (number: number) => string
  /** Writes a position on the x axis in words. */
  readonly at: (place: number) => string
  /** What the x axis counts. */
  readonly xUnit: string
  readonly xTick: (place: number) => string
}
