/** How the page divides samples that are there, in JavaScript: the program's parts hold the page's own samples. */
import { type CodeLine, plain } from './lines.ts'

const BALANCED = `/** Every stretch has the classes in their shares. */
function balancedOrder(labels, classes, random) {
  const members = Array.from(Array(classes), () => [])
  for (const i of permutation(labels.length, random))
    members[labels[i]].push(i)
  const ranked = members.flatMap((ids) => {
    const phase = random.uniform()
    const share = (i) => (i + phase) / ids.length
    return ids.map((id, i) => ({ id, rank: share(i) }))
  })
  ranked.sort((a, b) => a.rank - b.rank || a.id - b.id)
  return ranked.map(({ id }) => id)
}

/** Neighbours change places so that validation and
 * test, which take turns, get as many of each class. */
function fairlyPaired(order, labels, classes) {
  const paired = [...order]
  const lead = Array(classes).fill(0)
  for (let at = order.length - 2; at >= 0; at -= 2) {
    const [before, after] = order.slice(at, at + 2)
    const [a, b] = [labels[before], labels[after]]
    const change = lead[b] > lead[a]
    if (change) paired.splice(at, 2, after, before)
    lead[change ? a : b] += 1
    lead[change ? b : a] -= 1
  }
  return paired
}`

const NOISE = `/** Replaces a share of labels, exact in every 20. */
function flip(samples, { classes, share, random }) {
  for (let at = 0; at < samples.length; at += 20) {
    permutation(20, random).forEach((rank, i) => {
      const level = (rank + random.uniform()) / 20
      const shift = 1 + random.below(classes - 1)
      const sample = samples[at + i]
      if (sample && level < share)
        sample.y = (sample.y + shift) % classes
    })
  }
}`

export const balancedLines = (): CodeLine[] => plain(BALANCED)

export const labelNoiseLines = (): CodeLine[] => plain(NOISE)
