/** The files of the built page, as `vite build` leaves them. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const dist = (path: string) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url))
const read = (path: string) => readFileSync(dist(path), 'utf8')

/** Scripts that the page fetches without being asked: those of index.html, and what they import at once. */
export function firstScripts(): string[] {
  const found = new Set<string>()
  const add = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    for (const [, name] of read(path).matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      add(`assets/${name}`)
  }
  for (const [, path] of read('index.html').matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)) add(path!)
  return [...found]
}

/** Scripts that the page fetches later, whatever is done on it: what these import when they are asked, and so on. */
export function laterScripts(): string[] {
  const first = firstScripts()
  const found = new Set<string>()
  const waiting = [...first]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
    for (const [, name] of read(path).matchAll(/\b(?:from|import)\s*\(?\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
      const next = `assets/${name}`
      if (found.has(next) || first.includes(next)) continue
      found.add(next)
      waiting.push(next)
    }
  return [...found]
}

/** The one file of this name, which the build gave a mark of its contents. */
export function builtFile(name: string): string {
  const files = readdirSync(dist('assets')).filter(
    (file) => file.startsWith(`${name}-`) && file.endsWith('.js'),
  )
  if (files.length !== 1) throw new Error(`${files.length} files are called ${name}`)
  return `assets/${files[0]}`
}

/** All scripts that contain a text. */
export function scriptsWith(text: string): string[] {
  return readdirSync(dist('assets'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => `assets/${file}`)
    .filter((path) => read(path).includes(text))
}

export const textOf = read

/** In kB, as a server sends it. */
export const compressed = (path: string) => gzipSync(readFileSync(dist(path))).length / 1000
