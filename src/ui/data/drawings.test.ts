import { expect, it } from 'vitest'
import { decodeLink, encodeLink } from '../../domain/link/link.ts'
import { defaultExperiment } from '../../domain/parsing/parse.ts'
import { NO_TABLES } from '../../domain/table/library.ts'
import { edit } from '../../store/edit.ts'
import { DRAWINGS, drawing } from './drawings.ts'

it.each(DRAWINGS)('%s is an experiment that a link gives back', (name) => {
  const drawn = edit(defaultExperiment(), 'data', 'drawn')
  const parsed = drawn.ok ? edit(drawn.experiment, 'points', drawing(name)) : drawn
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { data } = parsed.experiment
  expect(data.train + data.validation + data.test).toBe(60)
  const link = encodeLink({ preset: null, experiment: parsed.experiment, comparison: null })
  expect(decodeLink(link, NO_TABLES).experiment).toEqual(parsed.experiment)
})
