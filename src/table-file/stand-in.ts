/** Numbers that stand for a missing value, as instruments and surveys write them: nines, far from all other numbers of a column. */

const NINES: ReadonlySet<number> = new Set([-99, -999, -9999, -99999, 999, 9999, 99999])

/** The range of a column's numbers, and its nines apart. */
export class Extent {
  /** The number of numbers that were seen. */
  count = 0
  private low = Number.POSITIVE_INFINITY
  private high = Number.NEGATIVE_INFINITY
  private readonly nines = new Map<number, number>()

  add(value: number): void {
    this.count++
    if (value % 9 === 0 && NINES.has(value)) this.nines.set(value, (this.nines.get(value) ?? 0) + 1)
    else {
      if (value < this.low) this.low = value
      if (value > this.high) this.high = value
    }
  }

  /** The nines that may stand for a missing value: of several the largest, beside which the others are numbers. */
  standIn(): number | null {
    const nines = [...this.nines].sort(([a], [b]) => Math.abs(a) - Math.abs(b))
    const [value, times] = nines.pop() ?? [0, 0]
    const others = nines.map(([nine]) => nine)
    const [low, high] = [Math.min(this.low, ...others), Math.max(this.high, ...others)]
    const apart = Math.max(low - value, value - high)
    // One large number may be a measurement. Below zero, where nothing else is, even a small one is a mark.
    const far = apart > high - low && (times > 1 || value < 0)
    const alone = apart > 0 && value < 0 && low >= 0 && times > 1
    return low < high && (far || alone) ? value : null
  }
}
