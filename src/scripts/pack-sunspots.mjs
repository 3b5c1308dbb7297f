// Packs the yearly sunspot numbers 1700 to 2008 (public/data/sunspots.bin; format: packing.mjs).
//
// The input is Debian's package `python3-statsmodels` (0.13.5). To run this again on Debian:
//   cd "$(mktemp -d)" && apt-get download python3-statsmodels && dpkg-deb -x python3-statsmodels_*.deb .
//   node src/scripts/pack-sunspots.mjs <that folder>/usr/lib/python3/dist-packages/statsmodels/datasets/sunspots
//
// A series: inputs and targets are the same numbers in the order of time. The app cuts windows of the inputs, and the
// number that follows a window is its target.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inputFolder, numberRows, writeSet } from './packing.mjs'

const FIRST_YEAR = 1700

const folder = inputFolder('pack-sunspots.mjs', "folder of statsmodels' sunspots.csv")
const [head, ...lines] = readFileSync(join(folder, 'sunspots.csv'), 'utf8').split('\n')
if (head.trim() !== '"YEAR","SUNACTIVITY"') throw new Error(`unknown columns ${head}`)
const rows = numberRows(lines.join('\n'), ',')
const gap = rows.findIndex(([year], at) => year !== FIRST_YEAR + at)
if (gap >= 0) throw new Error(`the year ${FIRST_YEAR + gap} is missing`)
const series = rows.map(([, spots]) => spots)

writeSet('sunspots', {
  layout: 'the series of count float32 numbers twice, little-endian: as targets and as inputs',
  order: `chronological, yearly from ${FIRST_YEAR}`,
  shape: [1],
  dtype: 'float32',
  columns: ['sunspots'],
  classes: [],
  targets: series,
  inputs: series,
  facts: {
    title: 'Yearly sunspot numbers, 1700 to 2008',
    source:
      'Yearly mean sunspot numbers of the SIDC, from the NOAA National Geophysical Data Center, as distributed with statsmodels 0.13.5',
    sourceUrl: 'https://www.statsmodels.org/stable/datasets/generated/sunspots.html',
    authors: 'Solar Influences Data Analysis Center (SIDC), Royal Observatory of Belgium',
    copyright: 'None (public domain)',
    licence: 'Public domain',
    licenceUrl: 'https://www.statsmodels.org/stable/datasets/generated/sunspots.html',
    citation:
      'SIDC-team, "The International Sunspot Number, 1700-2008", World Data Center for the Sunspot Index, Royal Observatory of Belgium; NOAA National Geophysical Data Center',
    changes:
      'The column of years was left out, numbers rounded to float32, and all packed into one compressed file.',
  },
})
