// Packs the Palmer penguins: four measurements, three species (public/data/penguins.bin; format: packing.mjs).
//
// The input is the npm package `vega-datasets` 3.2.1, not a dependency. To run this again:
//   cd "$(mktemp -d)" && npm pack vega-datasets@3.2.1 && tar xzf vega-datasets-3.2.1.tgz
//   node src/scripts/pack-penguins.mjs <that folder>/package
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectPackage, inputFolder, writeSet } from './packing.mjs'

const CLASSES = ['Adelie', 'Chinstrap', 'Gentoo']
/** Our names of the file's fields. */
const COLUMNS = {
  'bill length': 'Beak Length (mm)',
  'bill depth': 'Beak Depth (mm)',
  'flipper length': 'Flipper Length (mm)',
  'body mass': 'Body Mass (g)',
}

const folder = inputFolder('pack-penguins.mjs', 'unpacked vega-datasets 3.2.1 package folder')
expectPackage(folder, 'vega-datasets', '3.2.1')
const birds = JSON.parse(readFileSync(join(folder, 'data', 'penguins.json'), 'utf8'))
const complete = birds.filter((bird) => Object.values(COLUMNS).every((field) => bird[field] !== null))
const dropped = birds.length - complete.length

writeSet('penguins', {
  layout: 'count class numbers as float32, then count x 4 inputs as float32, row-major, little-endian',
  order: 'as in the source',
  shape: [4],
  dtype: 'float32',
  columns: Object.keys(COLUMNS),
  classes: CLASSES,
  targets: complete.map(({ Species }) => {
    if (!CLASSES.includes(Species)) throw new Error(`unknown species ${Species}`)
    return CLASSES.indexOf(Species)
  }),
  inputs: complete.flatMap((bird) => Object.values(COLUMNS).map((field) => bird[field])),
  facts: {
    title: 'Palmer penguins',
    source: 'palmerpenguins, as distributed by the npm package vega-datasets 3.2.1',
    sourceUrl: 'https://allisonhorst.github.io/palmerpenguins/',
    authors: 'Kristen B. Gorman and the Palmer Station LTER; Allison Horst, Alison Hill (palmerpenguins)',
    copyright: 'None (dedicated to the public domain)',
    licence: 'CC0 1.0',
    licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
    citation:
      'K. B. Gorman, T. D. Williams and W. R. Fraser, "Ecological sexual dimorphism and environmental variability within a community of Antarctic penguins (genus Pygoscelis)", PLoS ONE 9(3), e90081, 2014; A. M. Horst, A. P. Hill and K. B. Gorman, "palmerpenguins", R package, 2020, https://doi.org/10.5281/zenodo.3960218',
    changes:
      'The four measurements and the species were taken, numbers rounded to float32, and packed into one compressed file.',
    missing: {
      dropped,
      of: birds.length,
      note: `${dropped} of ${birds.length} rows without measurements were left out.`,
    },
  },
})
