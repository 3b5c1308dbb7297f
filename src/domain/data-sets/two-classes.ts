/** What sets of two classes on a plane share. */
import { type Extent, generatedSet, square, vector } from './data-set.ts'
import { always, type GeneratedEntry, type Reference } from './entry.ts'
import type { Generator } from './generator.ts'
import { PLAYGROUND, REACH } from './playground.ts'
import { type Chance, truthOfClasses } from './truth.ts'

export const TWO_CLASSES = ['A', 'B'] as const

/** `chance` is the generator's own, worked out by hand: of its points at a place, the share that is of class B. */
export const twoClasses = (
  generate: Generator,
  chance: Chance,
  reference: Reference = PLAYGROUND,
  extent: Extent = square(REACH),
): GeneratedEntry => ({
  origin: 'generated',
  group: 'plane',
  reference,
  truth: truthOfClasses(chance),
  describe: always(
    generatedSet({ shape: vector(2), generate, noise: 'sample', classes: TWO_CLASSES, extent }),
  ),
})
