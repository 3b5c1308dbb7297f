/** The points that a person draws on the plane. */
import { square, storedSet, vector } from './data-set.ts'
import { dependingOn, type OwnEntry } from './entry.ts'
import { TWO_CLASSES } from './two-classes.ts'

/** They lie within ±6 of the origin, as TensorFlow Playground's do. */
export const DRAWN_REACH = 6

const drawn: OwnEntry = {
  origin: 'own',
  group: 'own',
  describe: dependingOn(
    ({ points = [] }) => points.length,
    ({ points = [] }) =>
      storedSet({
        shape: vector(2),
        available: points.length,
        from: 'points',
        classes: TWO_CLASSES,
        extent: square(DRAWN_REACH),
      }),
  ),
}

export const drawnPoints = { drawn }
