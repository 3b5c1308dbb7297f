/** (e) Four runs streaming to the page: how long its main thread is ever busy, and how regularly frames come. */
import { openApp, PLANE, press } from './app.mjs'

const LINK = `${PLANE}&compare=optimizer:sgd/momentum/rmsprop/adam`
/** The ms before anything is recorded, and the ms of the recording. */
const SETTLE = 2000
const WATCH = 10_000
const MARK = 'bench'

export async function streaming(browser, { url }) {
  const { page, close } = await openApp(browser, url, LINK)
  await press(page, 'Run')
  await page.waitForFunction(() => window.fittingRoom.runs().every(({ epochs }) => epochs.length > 0))
  await page.waitForTimeout(SETTLE)
  const before = await epochsDone(page)
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing'],
  })
  const frames = await page.evaluate(watchFrames, { watch: WATCH, mark: MARK })
  const trace = JSON.parse((await browser.stopTracing()).toString())
  const epochs = (await epochsDone(page)) - before
  await close()
  return { ...frames, tasks: tasksOf(trace.traceEvents), epochs, runs: 4 }
}

const epochsDone = (page) =>
  page.evaluate(() => window.fittingRoom.runs().reduce((sum, { epochs }) => sum + epochs.length, 0))

/** In the page: ms between animation frames, and tasks that the browser itself calls long (50 ms). */
function watchFrames({ watch, mark }) {
  performance.mark(mark)
  const intervals = []
  const long = []
  const observer = new PerformanceObserver((list) =>
    long.push(...list.getEntries().map(({ duration }) => duration)),
  )
  observer.observe({ entryTypes: ['longtask'] })
  return new Promise((resolve) => {
    const from = performance.now()
    let last = from
    const frame = (now) => {
      intervals.push(now - last)
      last = now
      if (now - from < watch) requestAnimationFrame(frame)
      else resolve({ intervals: intervals.slice(1), long })
    }
    requestAnimationFrame(frame)
  })
}

/** The ms of every complete task of the thread that set the mark. */
function tasksOf(events) {
  const marked = events.find(({ name, cat }) => name === MARK && cat.includes('user_timing'))
  return events
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === marked.pid && tid === marked.tid)
    .flatMap(({ dur }) => (dur === undefined ? [] : [dur / 1000]))
}
