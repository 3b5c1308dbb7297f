/** Mean and spread of numbers, summed in float64 whatever they are kept in. */

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}

/** Mean squared distance from `centre`: the population variance where that is the mean of the values. */
export function meanSquare(values: ArrayLike<number>, centre = meanOf(values)): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2
  return sum / values.length
}
