/** Grey pictures of ten classes, in files. */
import { storedSet } from './data-set.ts'
import { always, type PackedEntry } from './entry.ts'

const images = (side: number, available: number, classes: readonly string[], scale = 255): PackedEntry => ({
  origin: 'packed',
  group: 'images',
  describe: always(
    storedSet({ shape: { kind: 'image', height: side, width: side }, available, classes, scale }),
  ),
})

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

const CLOTHES = [
  ...(['T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat'] as const),
  ...(['Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'] as const),
] as const

export const imageSets = {
  digits: images(28, 10_000, DIGITS),
  fashion: images(28, 6000, CLOTHES),
  'digits-8x8': images(8, 1797, DIGITS, 16),
}
