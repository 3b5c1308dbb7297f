/**
 * `npm run bench`: the product beside others that train in a page, all in one Chromium, in turn, in one run. Only ratios
 * within a run mean anything on another machine. Tables go to stdout, progress to stderr.
 *
 *   --only=plane,digits   parts, by the names below
 *   --network=CNN         of the parts engines and automatic, only networks with that in their names
 *   --engine=wasm         of the part engines, only this one
 *   --json=FILE           the raw numbers as well
 */
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { launchOptions } from '../../src/scripts/browser/find.mjs'
import { bytes } from './parts/bytes.mjs'
import { crowd } from './parts/crowd.mjs'
import { diagram } from './parts/diagram.mjs'
import { firstPoint } from './parts/first-point.mjs'
import { live, liveMemory } from './parts/live.mjs'
import { memory } from './parts/memory.mjs'
import { streaming } from './parts/streaming.mjs'
import { threads } from './parts/threads.mjs'
import { serve } from './serve.mjs'
import { tables } from './tables.mjs'

/** Each takes the browser, the served app and a call into the bench's page. */
const PARTS = {
  bytes: ({ browser, site }) => bytes(browser, site),
  draws: ({ call }) => call('draws'),
  plane: async ({ call }) => ({ 10: await call('plane', 10), 32: await call('plane', 32) }),
  race: ({ call }) => call('race'),
  measuring: ({ call }) => call('measuring'),
  digits: ({ call }) => call('digits'),
  engines: ({ call }) =>
    call('engines', values.network ?? null, values.engine ? [values.engine] : ['wasm', 'webgl']),
  automatic: ({ call }) => call('automatic', values.network ?? null),
  firstPoint: ({ browser, site }) => firstPoint(browser, site),
  streaming: ({ browser, site }) => streaming(browser, site),
  crowd: ({ browser, site }) => crowd(browser, site),
  live: ({ browser, site }) => live(browser, site),
  diagram: ({ browser, site }) => diagram(browser, site),
  liveMemory: ({ browser, site }) => liveMemory(browser, site),
  memory: ({ browser, site }) => memory(browser, site),
  threads: ({ browser, site }) => threads(browser, site),
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    network: { type: 'string' },
    engine: { type: 'string' },
    json: { type: 'string' },
  },
})
const chosen = values.only?.split(',') ?? Object.keys(PARTS)
const unknown = chosen.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`)
  process.exit(1)
}

const began = performance.now()
const tell = (text) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`)

tell('building')
const site = await serve()
const browser = await chromium.launch(launchOptions())
try {
  const page = await browser.newPage()
  page.on('console', (message) => message.type() === 'info' && tell(`      ${message.text()}`))
  page.on('pageerror', ({ message }) => tell(message))
  await page.goto(`${site.url}/bench/`)
  const call = (name, ...given) => page.evaluate(([n, g]) => window.bench[n](...g), [name, given])
  const results = {}
  for (const name of chosen) {
    tell(name)
    results[name] = await PARTS[name]({ browser, site, call })
  }
  const machine = {
    processor: cpus()[0].model,
    processors: cpus().length,
    browser: `Chromium ${browser.version()}`,
    webgl: await page.evaluate(rendererName),
  }
  console.log(tables(machine, results))
  if (values.json) await writeFile(values.json, JSON.stringify({ machine, ...results }, null, 1))
  tell('done')
} finally {
  await browser.close()
  await site.close()
}

function rendererName() {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  const info = gl?.getExtension('WEBGL_debug_renderer_info')
  return gl ? gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER) : 'none'
}
