/**
 * Live mode in the real page: from a slider's change to the whole run drawn, beside training alone; how many whole runs a
 * second are drawn while a slider is dragged; and, as a part of its own, memory after many of them.
 */
import { openApp } from './app.mjs'

/** The page's opening scene, and a small network. Both train on the engine that repeats runs to the bit. */
const SCENES = {
  'opening scene, 300 epochs': { link: 'engine=wasm&lang=en', setting: 'dropout' },
  '2-8-8-1 on the data of the opening scene, 300 epochs': {
    link: 'engine=wasm&lang=en&layers=8,8',
    setting: 'dropout',
  },
}
const STEPS = 40
/** The ms of the drag, and between two moves of the hand in it: a frame of 60 a second. */
const DRAG = 5000
const HAND = 1000 / 60
const MANY = 2000

export async function live(browser, { url }) {
  const scenes = {}
  for (const [name, { link, setting }] of Object.entries(SCENES)) {
    const { page, close } = await openApp(browser, url, link)
    await page.keyboard.press('v')
    await page.waitForFunction(() => window.fittingRoom.live()?.outcome)
    await page.waitForTimeout(1000)
    const steps = await page.evaluate(stepThrough, { setting, steps: STEPS })
    const drag = await page.evaluate(dragged, { setting, ms: DRAG, hand: HAND })
    scenes[name] = { ...steps, drag }
    await close()
  }
  return scenes
}

/** In the page: of each step, ms of the same experiment trained by a script, then ms until it is drawn. */
async function stepThrough({ setting, steps }) {
  const slider = document.getElementById(`setting-${setting}`)
  const rest = (ms) => new Promise((done) => setTimeout(done, ms))
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  const alone = []
  const drawn = []
  for (let i = 0; i < steps; i++) {
    const { id, experiment } = window.fittingRoom.live()
    const from = performance.now()
    await window.fittingRoom.run(experiment, { engine: 'wasm' })
    alone.push(performance.now() - from)
    const moved = performance.now()
    slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
    const isFollowed = () => {
      const run = window.fittingRoom.live()
      return run.id !== id && run.outcome !== null
    }
    while (!isFollowed()) await rest(4)
    await painted()
    drawn.push(performance.now() - moved)
    // Sooner than values between are tried.
    await rest(50)
  }
  return { alone, drawn }
}

/** In the page: whole runs drawn, and long tasks, while the slider moves at every frame and no value comes twice. */
async function dragged({ setting, ms, hand }) {
  const slider = document.getElementById(`setting-${setting}`)
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  const long = []
  const tasks = new PerformanceObserver((list) =>
    long.push(...list.getEntries().map(({ duration }) => duration)),
  )
  tasks.observe({ entryTypes: ['longtask'] })
  const seen = new Set()
  const observer = new MutationObserver(() => seen.add(window.fittingRoom.live().id))
  observer.observe(document.querySelector('[data-curves]'), { subtree: true, attributeFilter: ['d'] })
  const from = performance.now()
  let moves = 0
  while (performance.now() - from < ms) {
    // Ninety values, there and back; runs that were drawn before come from memory and do not count twice.
    const at = (moves++ * 11) % 1000
    value.set.call(slider, at)
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise((done) => setTimeout(done, hand))
  }
  observer.disconnect()
  tasks.disconnect()
  const seconds = (performance.now() - from) / 1000
  return { drawnPerSecond: seen.size / seconds, movesPerSecond: moves / seconds, long }
}

/** MB of the page's heap after half of the runs, when the room for runs that ended is full, and after all of them. */
export async function liveMemory(browser, { url }) {
  const { page, close } = await openApp(
    browser,
    url,
    'engine=wasm&lang=en&data=circle&train=100&validation=100&test=1&layers=8&epochs=20&patience=off',
  )
  await page.keyboard.press('v')
  await page.waitForFunction(() => window.fittingRoom.live()?.outcome)
  const devtools = await page.context().newCDPSession(page)
  const used = async () => {
    await devtools.send('HeapProfiler.collectGarbage')
    return (await devtools.send('Runtime.getHeapUsage')).usedSize / 1e6
  }
  const train = (from, to) =>
    page.evaluate(
      async ({ from, to }) => {
        const slider = document.getElementById('setting-lr')
        const field = slider.closest('[data-settings]').querySelector('input:not([type=range])')
        const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
        for (let i = from; i < to; i++) {
          const wanted = 0.001 + i * 1e-5
          field.focus()
          value.set.call(field, String(wanted))
          field.dispatchEvent(new Event('input', { bubbles: true }))
          field.blur()
          const followed = () => {
            const run = window.fittingRoom.live()
            return run?.outcome && Math.abs(run.experiment.optimizer.learningRate - wanted) < 1e-9
          }
          // A value that was tried before is there at once; the page still needs a moment between two of them.
          do await new Promise((done) => setTimeout(done, 5))
          while (!followed())
        }
      },
      { from, to },
    )
  await train(0, MANY / 2)
  const early = await used()
  await train(MANY / 2, MANY)
  const late = await used()
  await close()
  return { runs: MANY, early, late }
}
