/** The tables of what the page takes: a heading, a table and remarks for each part of the benchmark. */
import { fixed, median, megabytes, quantile, spread, table, times, total } from './table-text.mjs'

const FRAME = 1000 / 60

export const PAGE_TABLES = {
  bytes(files) {
    const words = {
      page: 'the page',
      ahead: 'ahead of the first Run',
      run: 'when Run is pressed',
      later: 'only if needed',
    }
    const rows = Object.entries(words).flatMap(([when, word]) =>
      files
        .filter((file) => file.when === when)
        .map(({ name, gzip }) => [word, `\`${name}\``, fixed(gzip / 1000)]),
    )
    const scripts = files.filter(({ name, when }) => when === 'page' && name.endsWith('.js'))
    return [
      '### First load',
      table(['fetched', 'file', 'kB (gzip -9)'], rows),
      `JavaScript of the page: ${fixed(total(scripts.map(({ gzip }) => gzip)) / 1000)} kB, no TensorFlow.js in it (checked).`,
    ].join('\n\n')
  },

  firstPoint({ first, again }) {
    return [
      '### From pressing Run to the first point on the chart (2-D case)',
      table(
        ['', 'ms, median', 'shortest', 'longest'],
        [
          ['first Run of a fresh page', ...spread(first)],
          ['second Run', ...spread(again)],
        ],
      ),
    ].join('\n\n')
  },

  crowd(actions) {
    return [
      '### forty finished runs of 400 epochs, all drawn: ms until the page shows what was done',
      table(
        ['', 'median', 'longest'],
        Object.entries(actions).map(([name, times]) => [
          name,
          fixed(quantile(times, 0.5), 0),
          fixed(Math.max(...times), 0),
        ]),
      ),
    ].join('\n\n')
  },

  streaming({ intervals, long, tasks, epochs, runs }) {
    const share = (limit) =>
      `${fixed((100 * intervals.filter((ms) => ms > limit).length) / intervals.length)} %`
    const seconds = total(intervals) / 1000
    return [
      `### ${runs} runs streaming for ${fixed(seconds, 0)} s (${epochs.toLocaleString('en')} epochs)`,
      table(
        ['', ''],
        [
          ['longest task of the main thread', `${fixed(Math.max(...tasks))} ms`],
          ['tasks over 50 ms (`longtask`)', `${long.length}`],
          ['main thread busy', `${fixed(total(tasks) / 10 / seconds, 0)} %`],
          ['frames a second', fixed(intervals.length / seconds)],
          ...[50, 95, 99].map((part) => [
            `frame time, ${part} % within`,
            `${fixed(quantile(intervals, part / 100))} ms`,
          ]),
          ['longest frame', `${fixed(Math.max(...intervals))} ms`],
          ['frames over 20 ms', share(20)],
          ['frames over 50 ms', share(50)],
        ],
      ),
    ].join('\n\n')
  },

  live(scenes) {
    const rows = Object.entries(scenes).map(([name, { alone, drawn, drag }]) => [
      name,
      inOneCell(spread(alone)),
      inOneCell(spread(drawn)),
      times(median(drawn) / (median(alone) + FRAME)),
      fixed(drag.drawnPerSecond),
      fixed(drag.movesPerSecond),
      `${drag.long.length} (${fixed(Math.max(0, ...drag.long), 0)})`,
    ])
    return [
      '### Live mode: the whole run after each move of a slider',
      table(
        [
          '',
          'alone, ms',
          'drawn, ms',
          'ratio',
          'drawn a second',
          'moves a second',
          'tasks over 50 ms (longest)',
        ],
        rows,
      ),
      'Median, lowest and highest of forty steps: a script that trains the experiment, and a step of its slider until the last epoch ' +
        'is drawn. Ratio: drawn to alone and a frame. While the slider moves at every frame, whole runs that were drawn a second.',
    ].join('\n\n')
  },

  liveMemory({ runs, early, late }) {
    return [
      '### Memory of live mode',
      `${runs} live runs in a row: ${fixed(early)} MB on the heap after half of them, ${fixed(late)} MB after all.`,
    ].join('\n\n')
  },

  diagram({ pictures, epochs, epochsClosed }) {
    return [
      '### The network diagram of a run at full speed (8-8-8, batch 10)',
      `${fixed(pictures)} pictures of all units a second, at ${fixed(epochs, 0)} epochs a second; with no view that asks anything, ${fixed(epochsClosed, 0)} epochs a second.`,
    ].join('\n\n')
  },

  memory({ early, late, engine }) {
    const kinds = [
      ['worker', 'heap', 'worker: JavaScript heap'],
      ['worker', 'buffers', 'worker: buffers'],
      ['worker', 'wasm', 'worker: WebAssembly memory'],
      ['page', 'heap', 'page: JavaScript heap'],
      ['page', 'buffers', 'page: buffers'],
    ]
    const whole = (look, where) => total(Object.values(look[where]))
    const growth = (from, to) => (from === 0 ? '–' : `${fixed(100 * (to / from - 1))} %`)
    const perEpoch = (whole(late, 'page') - whole(early, 'page')) / (late.epoch - early.epoch)
    return [
      `### Memory of a long run (2-D case, engine ${engine}, after garbage collection)`,
      table(
        ['MB', `epoch ${early.epoch}`, `epoch ${late.epoch.toLocaleString('en')}`, 'growth'],
        [
          ...kinds.map(([where, kind, name]) => [
            name,
            megabytes(early[where][kind]),
            megabytes(late[where][kind]),
            growth(early[where][kind], late[where][kind]),
          ]),
          ...['worker', 'page'].map((where) => [
            `**${where}, all**`,
            megabytes(whole(early, where)),
            megabytes(whole(late, where)),
            `**${growth(whole(early, where), whole(late, where))}**`,
          ]),
        ],
      ),
      `The page keeps the history on purpose: ${fixed(perEpoch, 0)} bytes an epoch.`,
    ].join('\n\n')
  },
}

const inOneCell = ([middle, low, high]) => `${middle} (${low} to ${high})`
