import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLink } from '../domain/link/link.ts'
import { parseExperiment } from '../domain/parsing/parse.ts'
import { SETTING_KEYS, SETTINGS } from '../domain/settings/settings.ts'
import { NO_TABLES } from '../domain/table/library.ts'
import { messages } from './messages.ts'
import { problemText } from './problems.ts'

const TONGUES = [messages('en'), messages('zh-CN')]
/** What a person should never read: values of the program, not of theirs. */
const INTERNAL = /undefined|NaN|null|\[object|function/

const sentences = (problems: readonly Parameters<typeof problemText>[0][]) =>
  problems.flatMap((problem) => TONGUES.map((t) => problemText(problem, t)))

describe('what is said of a bad link', () => {
  it('quotes what was written', () => {
    const said = (hash: string) => sentences(decodeLink(hash, NO_TABLES).problems)
    expect(said('layers=abc')[0]).toContain('“abc”')
    expect(said('layers=8,ab:tanh')[0]).toContain('“ab”')
    expect(said('layers=8:swish')[0]).toContain('“swish”')
    expect(said('data=digits&model=cnn&blocks=8,ab')[0]).toContain('“ab”')
    expect(said('points=0:1,ab')[0]).toContain('“ab”')
  })

  it('shows nobody the inside of the program', () => {
    const junk = fc.string({ unit: fc.constantFrom(...'0189.-:,;/ax '), maxLength: 12 })
    const keys = fc.constantFrom(...SETTING_KEYS, 'compare', 'preset', 'pace', 'hide', 'engine', 'seed')
    const pairs = fc.array(fc.tuple(keys, junk), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(pairs, (given) => {
        const { problems } = decodeLink(given.map((pair) => pair.join('=')).join('&'), NO_TABLES)
        for (const sentence of sentences(problems)) expect(sentence).not.toMatch(INTERNAL)
      }),
      { numRuns: 1000 },
    )
  })
})

it('what is said of a bad experiment shows nobody the inside of the program either', () => {
  const junk = fc.constantFrom(undefined, {}, [], [undefined], [{}], [[1, 2]], 'x', -1, 0.5, true)
  const paths = Object.values(SETTINGS).map(({ path }) => path)
  fc.assert(
    fc.property(fc.constantFrom(...paths), junk, ([group, name], value) => {
      const parsed = parseExperiment({ [group]: name === undefined ? value : { [name]: value } }, NO_TABLES)
      if (!parsed.ok)
        for (const sentence of sentences(parsed.problems)) expect(sentence).not.toMatch(INTERNAL)
    }),
    { numRuns: 500 },
  )
})
