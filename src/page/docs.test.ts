/** The reference in docs/ says what the code does: its examples are read, its tables compared with what they list. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DATA_SETS } from '../domain/experiment/experiment.ts'
import { PRESET_KEYS } from '../domain/experiment/presets.ts'
import { LESSON_KEYS } from '../domain/link/lesson-keys.ts'
import { decodeLink } from '../domain/link/link.ts'
import { defaultExperiment, parseExperiment } from '../domain/parsing/parse.ts'
import { PRESENTED_SETTINGS } from '../domain/settings/presented.ts'
import { SETTING_KEYS } from '../domain/settings/settings.ts'
import { NO_TABLES } from '../domain/table/library.ts'

const text = (name: string) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8')
const blocks = (markdown: string, language: string) =>
  [...markdown.matchAll(/^```(\w*)\n(.*?)^```/gms)]
    .filter(([, of]) => of === language)
    .map(([, , body]) => body!)
const withoutComments = (json: string) => JSON.parse(json.replaceAll(/\/\/ .*$/gm, ''))
/** Code at the beginning of every row of the table under a heading. */
const firstColumn = (markdown: string, heading: string) => {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(heading))!
  const cells = [...section.matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell]) => cell!)
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key))
}

/** In the overview of the README: the lines of a layer, up to where the next one begins. */
const overviewOf = (layer: string) => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const lines = blocks(readme, '')
    .find((block) => block.includes('main.tsx'))!
    .split('\n')
  const from = lines.findIndex((line) => new RegExp(`(^|┄ +)${layer}/`).test(line))
  const after = lines.findIndex((line, i) => i > from && /^\S/.test(line))
  return lines.slice(from, after === -1 ? lines.length : after).join('\n')
}
const foldersOf = (layer: string) =>
  readdirSync(new URL(`../${layer}`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

it.each(['charts', 'domain', 'engine', 'ui'])('README names every folder of %s', (layer) => {
  const words = new Set(overviewOf(layer).match(/[\w-]+/g))
  expect(foldersOf(layer).filter((name) => !words.has(name))).toEqual([])
})

describe('experiment-format', () => {
  const format = text('experiment-format')

  it('shows every key with its default', () => {
    expect(withoutComments(blocks(format, 'jsonc')[0]!)).toEqual(defaultExperiment())
  })

  it('shows a table that is read', () => {
    const rows = JSON.parse(blocks(format, 'json')[0]!)
    expect(parseExperiment({ data: { set: 'rows', rows } }, NO_TABLES)).toMatchObject({ ok: true })
  })

  it('lists the data sets', () => {
    expect(firstColumn(format, 'Data sets').toSorted()).toEqual(DATA_SETS.toSorted())
  })
})

describe('links', () => {
  const links = text('links')

  it('lists the settings in their order', () => {
    expect(firstColumn(links, 'Settings')).toEqual(SETTING_KEYS)
  })

  it('lists every other key, and the presets', () => {
    const others = firstColumn(links, 'Everything else')
    const named = links.slice(links.indexOf('Presets:'), links.indexOf('The keys `lesson`'))
    expect(decodeLink(others.map((key) => `${key}=?`).join('&'), NO_TABLES).problems).not.toContainEqual(
      expect.objectContaining({ kind: 'unknown-key' }),
    )
    expect([...named.matchAll(/`([^`]+)`/g)].map(([, key]) => key)).toEqual(PRESET_KEYS)
  })

  it('lists what can be a control of an embedded page', () => {
    const said = links.slice(links.indexOf('A place in `controls`'), links.indexOf('Without the key'))
    expect([...said.matchAll(/`([^`]+)`/g)].map(([, key]) => key).slice(1)).toEqual(PRESENTED_SETTINGS)
  })

  it('shows a frame whose link opens', () => {
    const [, hash] = /src="[^#]*(#[^"]*)"/.exec(blocks(links, 'html')[0]!)!
    expect(decodeLink(hash!.replaceAll('&amp;', '&'), NO_TABLES)).toMatchObject({
      problems: [],
      controls: ['dropout', 'train'],
      embed: true,
    })
  })

  it('shows a link that opens', () => {
    expect(decodeLink(blocks(links, '')[0]!.trim(), NO_TABLES)).toMatchObject({ problems: [], run: true })
  })
})

it('lessons lists every lesson, with its pass rate', () => {
  const listed = [...text('lessons').matchAll(/^\| `([\w-]+)` \|.*\| (\d+) of 20 \|/gm)]
  expect(listed.map(([, key]) => key)).toEqual(LESSON_KEYS)
  for (const [, key, held] of listed) expect(Number(held), key).toBeGreaterThanOrEqual(19)
})
