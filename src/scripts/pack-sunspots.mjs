// Packs the yearly sunspot numbers of 1700–2008 into public/data/sunspots.bin: a series, which is its own target.
//
// Debian's package `python3-statsmodels` is an input, not a dependency. To run this again:
//   cd "$(mktemp -d)" && apt-get download python3-statsmodels && dpkg-deb -x python3-statsmodels_*.deb .
//   node src/scripts/pack-sunspots.mjs <that folder>/usr/lib/python3/dist-packages/statsmodels/datasets/sunspots
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inputFolder, pack } from './packing.mjs'

const folder = inputFolder('usage: node src/scripts/pack-sunspots.mjs <statsmodels/datasets/sunspots>')
const lines = readFileSync(join(folder, 'sunspots.csv'), 'utf8').trim().split('\n').slice(1)
const series = Float32Array.from(lines, (line) => Number(line.split(',')[1]))

pack(
  'sunspots',
  {
    targets: series,
    inputs: series,
    shape: [1],
    layout: 'count numbers, and the same again, little-endian float32',
    order: 'by year, from 1700',
  },
  {
    title: 'Yearly sunspot numbers, 1700–2008',
    source: 'National Geophysical Data Center (NOAA), as distributed by statsmodels 0.13.5',
    sourceUrl: 'https://www.ngdc.noaa.gov/stp/solar/solarda3.html',
    authors: 'World Data Center SILSO, Royal Observatory of Belgium; NOAA',
    licence: 'public domain',
    licenceUrl: 'https://www.statsmodels.org/stable/datasets/generated/sunspots.html',
    citation: 'Yearly mean sunspot number, NOAA National Geophysical Data Center, 1700–2008',
    changes: 'Numbers rounded to float32.',
  },
)
