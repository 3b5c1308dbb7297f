// Trains the lessons from many seeds and prints, as JSON, in how many of them each claim holds.
//   npm run lessons:verify -- --seeds 101-120 --lesson KEY
// Without --lesson it takes all of them. Exit status 1 where a claim fails in more than one of twenty.
// A process of its own for each core, because training keeps one busy.
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createServer } from 'vite'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const server = await createServer({
  configFile: false,
  root: ROOT,
  logLevel: 'error',
  server: { middlewareMode: true, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
})
const load = (/** @type {string} */ path) => server.ssrLoadModule(path)

if (process.send) {
  const { verifyByKey } = await load('/src/lessons/verification/train-lesson.testing.ts')
  process.on('message', async ({ key, seed }) => {
    const started = performance.now()
    const judged = await verifyByKey(key, seed)
    process.send?.({ key, seed, ...judged, seconds: (performance.now() - started) / 1000 })
  })
  process.send('ready')
} else {
  const { values } = parseArgs({
    options: { seeds: { type: 'string', default: '101-120' }, lesson: { type: 'string', multiple: true } },
  })
  const [from, to = from] = values.seeds.split('-').map(Number)
  const { LESSON_KEYS } = await load('/src/domain/link/lesson-keys.ts')
  const unknown = values.lesson?.filter((key) => !LESSON_KEYS.includes(key)) ?? []
  if (!Number.isInteger(from) || !Number.isInteger(to) || from > to || unknown.length > 0) {
    console.error(
      unknown.length > 0
        ? `No lesson ${unknown}. There are ${LESSON_KEYS.join(', ')}.`
        : 'Seeds are FROM-TO.',
    )
    process.exit(2)
  }
  const work = (values.lesson ?? LESSON_KEYS).flatMap((/** @type {string} */ key) =>
    Array.from({ length: to - from + 1 }, (_, i) => ({ key, seed: from + i })),
  )
  const judged = await everything(work)
  const lessons = (values.lesson ?? LESSON_KEYS).map((/** @type {string} */ key) => {
    const runs = judged.filter((run) => run.key === key).sort((a, b) => a.seed - b.seed)
    return {
      lesson: key,
      held: runs.filter(({ holds }) => holds).length,
      of: runs.length,
      longest: Math.round(10 * Math.max(...runs.map(({ seconds }) => seconds))) / 10,
      runs: runs.map(({ seed, holds, figures }) => ({ seed, holds, figures })),
    }
  })
  console.log(JSON.stringify(lessons, null, 2))
  if (lessons.some(({ held, of }) => of - held > of / 20)) process.exitCode = 1
  await server.close()
}

/**
 * @param {{ key: string, seed: number }[]} work
 * @returns {Promise<any[]>}
 */
function everything(work) {
  const judged = []
  const waiting = [...work]
  return new Promise((resolve, reject) => {
    for (let i = 0; i < Math.min(availableParallelism(), work.length); i++) {
      const worker = fork(fileURLToPath(import.meta.url))
      worker.on('message', (message) => {
        if (message !== 'ready') {
          judged.push(message)
          process.stderr.write(
            `${judged.length}/${work.length} ${message.key} ${message.seed} ${message.holds}\n`,
          )
        }
        const next = waiting.shift()
        if (next) worker.send(next)
        else worker.kill()
        if (judged.length === work.length) resolve(judged)
      })
      worker.on('exit', (code) => code && reject(new Error(`A process ended with ${code}.`)))
    }
  })
}
