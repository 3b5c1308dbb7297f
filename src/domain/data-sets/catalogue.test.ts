import { expect, it } from 'vitest'
import { DATA_SETS, SETS_BY_GROUP } from './catalogue.ts'
import { drawnPoints } from './drawn-points.ts'
import { imageSets } from './images.ts'
import { planeClasses } from './plane-classes.ts'
import { planeCurves } from './plane-curves.ts'
import { regressions } from './regressions.ts'
import { sequenceSets } from './sequences.ts'
import { tableSets } from './tables.ts'

it('no two files have a set of the same key: the later one would take its place', () => {
  const keys = [
    planeClasses,
    planeCurves,
    drawnPoints,
    regressions,
    imageSets,
    tableSets,
    sequenceSets,
  ].flatMap(Object.keys)
  expect(keys).toEqual(DATA_SETS)
})

it('every set is in the list once', () => {
  expect(Object.values(SETS_BY_GROUP).flat().sort()).toEqual([...DATA_SETS].sort())
})
