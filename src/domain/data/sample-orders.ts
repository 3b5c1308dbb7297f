/** The order in which stored samples are assigned to the parts. */
import { type DataSettings, type Experiment, PARTS, type Part } from '../experiment/experiment.ts'
import { permutation, type Random, stream } from '../random.ts'
import type { Source } from '../table/source.ts'
import { dataSet, type StoredSet } from './registry.ts'

/** Returns a function that says which sample of the source is number `index` of a part. */
export function sampleOrders(set: StoredSet, data: DataSettings, source: Source, seed: number) {
  if (set.order === 'series') return (part: Part, index: number) => place(part, index, set.available)
  if (set.order === 'given') {
    const rows = PARTS.map((_, part) => indicesOf(source.partOf!, part))
    return (part: Part, index: number) => rows[PARTS.indexOf(part)]![index]!
  }
  const random = stream(seed, data.set, 'order')
  if (set.classes.length === 0) {
    const order = permutation(set.available, random)
    return (part: Part, index: number) => order[place(part, index, order.length)]!
  }
  const order = balancedOrder(source.targets, set.classes.length, random)
  const evaluated = fairlyPaired(order, source.targets, set.classes.length)
  return (part: Part, index: number) =>
    (part === 'train' ? order : evaluated)[place(part, index, order.length)]!
}

/**
 * The order with neighbours changed so that validation and test, which take the pairs from the end apart, get as many of
 * each class: of ten equal classes, every second sample of a balanced order would be of the same five.
 */
function fairlyPaired(order: Int32Array, labels: ArrayLike<number>, classes: number): Int32Array {
  const paired = order.slice()
  /** For each class, how many more samples test has than validation. */
  const lead = new Int32Array(classes)
  for (let last = order.length - 1; last > 0; last -= 2) {
    const [before, after] = [order[last - 1]!, order[last]!]
    const [a, b] = [labels[before]!, labels[after]!]
    const changed = lead[b]! > lead[a]!
    if (changed) paired.set([after, before], last - 1)
    lead[changed ? a : b]! += 1
    lead[changed ? b : a]! -= 1
  }
  return paired
}

function indicesOf(values: Uint8Array, wanted: number): number[] {
  return Array.from(values.keys()).filter((i) => values[i] === wanted)
}

/** For each sample of a part of a series, the place of its forecast among all that the series has. */
export function placesInTime({ data }: Experiment, part: Part): number[] {
  const { available } = dataSet(data)
  return Array.from({ length: data[part] }, (_, index) => place(part, index, available ?? data[part]))
}

/** Training samples come from the front; validation and test alternate from the end. No part can push another. */
function place(part: Part, index: number, total: number): number {
  if (part === 'train') return index
  return total - 1 - 2 * index - (part === 'test' ? 0 : 1)
}

/** An order in which every stretch has the classes in the proportions of the whole. */
function balancedOrder(labels: ArrayLike<number>, classes: number, random: Random): Int32Array {
  const members: number[][] = Array.from({ length: classes }, () => [])
  for (const i of permutation(labels.length, random)) members[labels[i]!]!.push(i)
  const ranked = members.flatMap((ids) => {
    const phase = random.uniform()
    return ids.map((id, i) => ({ id, rank: (i + phase) / ids.length }))
  })
  return Int32Array.from(
    ranked.sort((a, b) => a.rank - b.rank || a.id - b.id),
    ({ id }) => id,
  )
}
