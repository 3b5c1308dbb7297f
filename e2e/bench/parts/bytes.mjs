/**
 * (f) What a visitor downloads, by gzip -9: the page itself, what it fetches in advance, and what pressing Run adds.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { openApp, PLANE, press } from './app.mjs'

/** Words that occur in TensorFlow.js' code and in no sentence of the page. */
const TFJS = ['WEBGL_PACK', 'setBackend', 'registerKernel', '@tensorflow']

export async function bytes(browser, { url, folder }) {
  const ahead = new Set()
  const run = new Set()
  const { page, close } = await openApp(browser, url, PLANE, (opened) => {
    opened.context().on('request', (request) => ahead.add(nameOf(request)))
  })
  page.context().removeAllListeners('request')
  page.context().on('request', (request) => run.add(nameOf(request)))
  await press(page, 'Run')
  await page.waitForFunction(() => window.fittingRoom.runs()[0]?.epochs.length > 0)
  await page.waitForTimeout(500)
  await close()

  const app = path.join(folder, 'app')
  const html = await readFile(path.join(app, 'index.html'), 'utf8')
  const names = (await readdir(path.join(app, 'assets'))).filter((name) => /\.(js|css|wasm)$/.test(name))
  const files = await Promise.all(
    names.map(async (name) => {
      const content = await readFile(path.join(app, 'assets', name))
      return {
        name,
        when: when(name),
        gzip: gzipSync(content, { level: 9 }).length,
        text: content.toString(),
      }
    }),
  )
  for (const { name, text } of files.filter((file) => file.when === 'page'))
    for (const word of TFJS)
      if (text.includes(word)) throw new Error(`TensorFlow.js is in the page's own code: ${word} in ${name}`)
  return files.map(({ name, when: time, gzip }) => ({ name, when: time, gzip }))

  function when(name) {
    if (html.includes(`/${name}"`)) return 'page'
    return ahead.has(name) ? 'ahead' : run.has(name) ? 'run' : 'later'
  }
}

const nameOf = (request) => path.posix.basename(new URL(request.url()).pathname)
