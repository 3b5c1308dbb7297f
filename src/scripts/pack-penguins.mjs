// Packs the Palmer penguins' four measurements into public/data/penguins.bin.
//
// The npm package `vega-datasets` is an input, not a dependency. To run this again:
//   cd "$(mktemp -d)" && npm pack vega-datasets@3.2.1 && tar xzf vega-datasets-3.2.1.tgz
//   node src/scripts/pack-penguins.mjs <that folder>/package
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inputFolder, pack } from './packing.mjs'

const SPECIES = ['Adelie', 'Chinstrap', 'Gentoo']
const COLUMNS = ['Beak Length (mm)', 'Beak Depth (mm)', 'Flipper Length (mm)', 'Body Mass (g)']

const folder = inputFolder('usage: node src/scripts/pack-penguins.mjs <unpacked vega-datasets 3.2.1 folder>')
const all = JSON.parse(readFileSync(join(folder, 'data', 'penguins.json'), 'utf8'))
const whole = all.filter((bird) => COLUMNS.every((column) => typeof bird[column] === 'number'))

pack(
  'penguins',
  {
    targets: Float32Array.from(whole, (bird) => SPECIES.indexOf(bird.Species)),
    inputs: Float32Array.from(whole.flatMap((bird) => COLUMNS.map((column) => bird[column]))),
    shape: [COLUMNS.length],
    classes: SPECIES,
    layout: 'count targets, then count rows of inputs, little-endian float32',
    order: 'as in the source',
  },
  {
    title: 'Palmer penguins',
    source:
      'Palmer Station Antarctica LTER and K. Gorman, as distributed by the npm package vega-datasets 3.2.1',
    sourceUrl: 'https://github.com/allisonhorst/palmerpenguins',
    authors: 'Kristen B. Gorman, Tony D. Williams, William R. Fraser; Allison Horst',
    licence: 'CC0 1.0',
    licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
    citation:
      'K. B. Gorman, T. D. Williams and W. R. Fraser, "Ecological sexual dimorphism and environmental variability within a community of Antarctic penguins (genus Pygoscelis)", PLoS ONE 9(3), e90081, 2014',
    changes: 'Four measurements of each bird. Numbers rounded to float32.',
    missing: `${all.length - whole.length} of ${all.length} birds have no measurements and are left out.`,
  },
)
