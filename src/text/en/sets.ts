/** Of every data set its name, and what it is. */
import type { DataSetKey } from '../../domain/experiment/experiment.ts'

export const sets = {
  sets: {
    circle: 'Circle',
    xor: 'XOR',
    gauss: 'Two clouds',
    spiral: 'Spiral',
    moons: 'Two moons',
    drawn: 'Drawn points',
    plane: 'Plane (regression)',
    bumps: 'Hills (regression)',
    sine: 'Sine (regression)',
    'sparse-linear': 'Sparse linear (regression)',
    digits: 'MNIST digits',
    fashion: 'Fashion-MNIST',
    'digits-8x8': 'Digits 8 × 8',
    'breast-cancer': 'Breast cancer',
    wine: 'Wine',
    penguins: 'Penguins',
    diabetes: 'Diabetes (regression)',
    rows: 'Your table',
    'first-token': 'First symbol',
    adding: 'Adding problem (regression)',
    sunspots: 'Sunspots (regression)',
  } satisfies Record<DataSetKey, string> as Record<DataSetKey, string>,
  setDescriptions: {
    circle: 'A disc of one class within a ring of the other. No straight line parts them.',
    xor: 'Four quarters, opposite ones of the same class. Neither coordinate alone says anything.',
    gauss: 'Two round clouds. One straight line is nearly all there is to learn.',
    spiral: 'Two arms wound around each other: the hardest border of the four.',
    moons: 'Two half circles hooked into each other. A few samples and some noise are enough to overfit.',
    drawn: 'Points that you draw yourself, in two classes.',
    plane: 'A number that rises steadily across the plane.',
    bumps: 'Hills and hollows on the plane: a smooth surface that is no plane.',
    sine: 'One period of a sine with noise on the target: the classic picture of a polynomial that bends too far.',
    'sparse-linear': 'A hundred inputs of which five matter. It shows what L1 finds and L2 does not.',
    digits:
      'Digits written by employees and pupils in the United States, in grey, centred. The field’s first exercise.',
    fashion: 'Photographs of articles of a clothes shop, in the form of MNIST, and harder than it.',
    'digits-8x8':
      'Digits written by 13 people, counted down to eight by eight squares. Small enough for any machine.',
    'breast-cancer':
      'Ten properties of the cell nuclei in a sample of breast tissue, each as mean, standard error and worst value, and whether the tumour was malignant.',
    wine: 'Thirteen chemical measurements of wines from one region of Italy, made from three kinds of grape.',
    penguins:
      'Bill, flipper and weight of penguins of three species, measured near Palmer Station in Antarctica.',
    diabetes:
      'Age, sex, body mass, blood pressure and six blood values of patients, and how far their diabetes had come a year later.',
    rows: 'A table that you read in. It stays on this page.',
    'first-token': 'One of four symbols, then nothing but noise. At the end the first symbol is asked for.',
    adding: 'Numbers with two of them marked, far apart. Their sum is asked for.',
    sunspots:
      'How many spots the sun had in each year from 1700 to 2008. From some years, the next is predicted.',
  } satisfies Record<DataSetKey, string> as Record<DataSetKey, string>,
}
