/**
 * Who says a later message was fetched together with them. Read from the sources: from the page's first file along all
 * imports, but for those that wait for the later messages.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it, vi } from 'vitest'

const SRC = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(SRC, path), 'utf8')

/** The text without the arguments of `withLaterMessages`. */
function withoutLater(text: string): string {
  const at = text.indexOf('withLaterMessages(')
  if (at === -1) return text
  let end = text.indexOf('(', at) + 1
  for (let open = 1; open > 0 && end < text.length; end++)
    open += Number(text[end] === '(') - Number(text[end] === ')')
  return text.slice(0, at) + withoutLater(text.slice(end))
}

/** Source files that a file imports, whenever that is; without those that it asks for `withLaterMessages`. */
function importsOf(path: string): string[] {
  const text = withoutLater(read(path))
  const statically = text.matchAll(/^(?:import|export) (?!type )[^'"]*?(?:from )?'(\.[^']+\.tsx?)'/gm)
  const later = text.matchAll(/\bimport\('(\.[^']+\.tsx?)'\)/g)
  return [...statically, ...later]
    .map(([, name]) => join(dirname(path), name!))
    .filter((name) => existsSync(join(SRC, name)))
}

function reached(from: string): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [from]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    waiting.push(...importsOf(next))
  }
  return found
}

const says = (path: string) => /\b(?:useAllText|allMessages)\(/.test(read(path))
/** Where the words of parts come from. */
const SOURCES = ['ui/shared/app-context.tsx', 'text/messages.ts']

it('a part that says later messages is fetched with them', () => {
  const parts = [...reached('main.tsx')]
  // Less would mean that imports have come to be written in a way that is not read here.
  expect(parts.length).toBeGreaterThan(400)
  expect(parts).toContain('ui/views/network/network-view.tsx')
  expect(parts.filter((path) => says(path) && !SOURCES.includes(path))).toEqual([])
})

afterAll(() => vi.resetModules())

it('once a part has asked for the later messages, a language that is chosen comes with its own', async () => {
  vi.resetModules()
  const page = await import('./messages.ts')
  await page.loadMessages('en')
  expect(page.areLoaded('en')).toBe(true)
  expect(() => page.allMessages('en')).toThrow('not loaded')

  expect(await page.withLaterMessages(async () => 'part')()).toBe('part')
  expect(page.allMessages('en').sweep.title).toBe('Sweep')
  expect(page.areLoaded('zh-CN')).toBe(false)
  await page.loadMessages('zh-CN')
  expect(page.allMessages('zh-CN').sweep.title).toBe('参数扫描')
})
