/**
 * Moves labels as little as possible (least squares) so that neighbours are `distance` apart and all lie within [low,
 * high]. Labels keep the order of their wishes, and equal wishes the order of the list. Where the bounds are too tight,
 * the distance shrinks.
 */
export function placeLabels(
  wishes: readonly number[],
  distance: number,
  low: number,
  high: number,
): readonly number[] {
  const order = wishes.map((_, i) => i).sort((a, b) => wishes[a]! - wishes[b]! || a - b)
  const room = Math.max(high - low, 0)
  const step = Math.min(distance, room / Math.max(wishes.length - 1, 1))
  const blocks: { sum: number; size: number }[] = []
  // Shifted by their rank, labels only need to ascend: pooling adjacent violators is then the least-squares
  // answer.
  order.forEach((index, rank) => {
    let block = { sum: wishes[index]! - rank * step, size: 1 }
    for (let last = blocks.at(-1); last !== undefined && mean(last) > mean(block); last = blocks.at(-1)) {
      blocks.pop()
      block = { sum: last.sum + block.sum, size: last.size + block.size }
    }
    blocks.push(block)
  })
  const shifted = blocks.flatMap((block) => Array<number>(block.size).fill(mean(block)))
  const placed = Array<number>(wishes.length).fill(0)
  order.forEach((index, rank) => {
    const most = high - step * (wishes.length - 1)
    placed[index] = Math.max(low, Math.min(shifted[rank]!, most)) + rank * step
  })
  return placed
}

function mean(block: { sum: number; size: number }): number {
  return block.sum / block.size
}
