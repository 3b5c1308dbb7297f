import { expect, test } from 'vitest'
import { en } from './en/index.ts'
import { terms } from './en/terms.ts'
import { counted } from './format.ts'

type Say = (...given: unknown[]) => unknown

/** Every function of a dictionary, by its path. */
function functionsOf(node: unknown, path: string): [string, Say][] {
  if (typeof node === 'function') return [[path, node as Say]]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => functionsOf(value, `${path}.${key}`))
}

function sentencesOf(said: unknown): string[] {
  if (typeof said === 'string') return [said]
  if (Array.isArray(said)) return [said.map(String).join('')]
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(sentencesOf) : []
}

const AS = [(count: number) => count, String, (count: number) => [String(count)]]

/** What is said of these counts, taken as numbers and as text, where they can be taken so. */
function saidOf(say: Say, counts: readonly number[]): string[][] {
  return AS.flatMap((as) => {
    try {
      const said = sentencesOf(say(...counts.map((count) => as(count))))
      return said.every((text) => !/undefined|NaN|\[object/.test(text)) ? [said] : []
    } catch {
      return []
    }
  })
}

/** The wrong sentences among those of these counts; none where they are right in the form that the function takes. */
function wrongOf(say: Say, counts: readonly number[], isWrong: (text: string) => boolean): string[] {
  const forms = saidOf(say, counts).map((said) => said.filter(isWrong))
  return forms.toSorted((a, b) => a.length - b.length)[0] ?? []
}

/** What may follow a 1: an ending of verbs, what a size is measured in, and what is no word of English alone. */
const NO_NOUNS =
  /^(is|has|was|as|needs|starts|diverges|multiplies|leaves|differs|times|less|pixels|and|goes|answers|holds)$/

const COUNT_AND_WORD =
  /(?<![\d.,×+–-]\s?)\b(\d+)\s(?:(?:real|training|validation|wrong|freshly drawn training|other|more)\s)?([a-z]+)/g

/** The words that follow a count in these sentences. */
function countedIn(text: string, count: number): string[] {
  return [...text.matchAll(COUNT_AND_WORD)].flatMap(([, number, word]) =>
    number === String(count) && !NO_NOUNS.test(word!) ? [word!] : [],
  )
}

const all = functionsOf({ ...en, terms }, 'en')
const counts = (say: Say, each: (i: number) => number) =>
  Array.from({ length: Math.max(1, say.length) }, (_, i) => each(i))
const isPlural = (word: string) => /[^su]s$/.test(word)

test('what is counted is in the singular after a 1, whatever else is counted beside it', () => {
  const isWrong = (text: string) => countedIn(text, 1).some(isPlural)
  const disagrees = (text: string) => isWrong(text) || /\b1 [a-z]+ (are|were|have|lie|differ)\b/.test(text)
  const wrong = all.flatMap(([path, say]) => {
    const alone = wrongOf(
      say,
      counts(say, () => 1),
      disagrees,
    )
    const beside = counts(say, (at) => at).flatMap((at) =>
      wrongOf(
        say,
        counts(say, (i) => (i === at ? 1 : 5)),
        isWrong,
      ),
    )
    return [...alone, ...beside].map((text) => `${path}: ${text}`)
  })
  expect([...new Set(wrong)]).toEqual([])
})

test('and in the plural after any other number', () => {
  const two = (say: Say) => counts(say, () => 2)
  const said = all.flatMap(([, say]) => saidOf(say, two(say)).flat())
  const plurals = new Set(said.flatMap((text) => countedIn(text, 2)).filter(isPlural))
  // Less would mean that counts have come to be written in a way that is not read here.
  expect(plurals.size).toBeGreaterThan(20)
  const isWrong = (text: string) =>
    countedIn(text, 2).some((word) => plurals.has(`${word}s`) || plurals.has(`${word}es`))
  const wrong = all.flatMap(([path, say]) =>
    wrongOf(say, two(say), isWrong).map((text) => `${path}: ${text}`),
  )
  expect(wrong).toEqual([])
})

test('a count that was written already is counted by what is written', () => {
  expect([counted(1, 'row'), counted('1', 'row'), counted(0, 'row')]).toEqual(['1 row', '1 row', '0 rows'])
  expect(counted('1\u202f000', 'row')).toBe('1\u202f000 rows')
  expect([counted(1, 'class', 'classes'), counted(2, 'class', 'classes')]).toEqual(['1 class', '2 classes'])
})
