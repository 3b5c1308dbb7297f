/** Writes the results in Markdown: a heading, a table and remarks for each part that was measured. */
import { measuringTable } from './parts/measuring-table.mjs'

export function tables(machine, results) {
  const parts = Object.entries(results).map(([name, result]) => sections[name](result))
  const { processor, processors, browser, webgl } = machine
  return [`${processor}, ${processors} processors · ${browser} · WebGL on ${webgl}`, ...parts].join('\n\n')
}

const FRAME = 1000 / 60

const sections = {
  live(scenes) {
    const rows = Object.entries(scenes).map(([name, { alone, drawn, drag }]) => [
      name,
      spread(alone),
      spread(drawn),
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
      `${runs} live runs in a row: ${fixed(early)} MB on the heap after a tenth of them, ${fixed(late)} MB after all.`,
    ].join('\n\n')
  },

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

  draws(rows) {
    const reference = rows[0].step
    return [
      '### WebGL draw calls of one training step (2-16-16-1, Adam, batch 32)',
      table(
        ['', 'draw calls', 'ratio'],
        rows.map(({ name, step }) => [name, fixed(step, 0), times(step / reference)]),
      ),
    ].join('\n\n')
  },

  plane(byBatch) {
    const batches = Object.keys(byBatch)
    const names = [...new Set(batches.flatMap((batch) => byBatch[batch].results.map(({ name }) => name)))]
    const rows = names.map((name) => [
      named(
        name,
        batches.flatMap((batch) => byBatch[batch].results),
      ),
      ...batches.flatMap((batch) => {
        const { results } = byBatch[batch]
        const found = results.find((result) => result.name === name)
        if (!found) return ['–', '–', '–']
        return [
          milliseconds(median(found.times)),
          ratioTo(results[0], found),
          found.losses.validation.toFixed(4),
        ]
      }),
    ])
    return [
      '### One epoch of the 2-D case (250 + 250 points, 2-8-8-1 tanh, losses of both parts)',
      table(
        [
          '',
          ...batches.flatMap((batch) => [`batch ${batch}: ms`, 'ratio', `loss after ${2 * batch} epochs`]),
        ],
        rows,
      ),
      absences(batches.flatMap((batch) => byBatch[batch].absent)),
      'Adam 0.003, or SGD 0.1 where it says so (Playground’s design has nothing else); ConvNetJS has no Adam and trains with its ' +
        'windowgrad. Losses: validation, after the first epochs from the same weights. model.fit is spared a second look ' +
        'at the training set: its training loss is the mean over the epoch’s batches.',
    ]
      .filter(Boolean)
      .join('\n\n')
  },

  digits({ results, absent, gflop, peak }) {
    const rows = results.map((result) => {
      const ms = median(result.times)
      const speed = gflop / (ms / 1000)
      return [
        named(result.name, results) + (result.times.length === 1 ? ' (one round)' : ''),
        milliseconds(ms),
        ratioTo(results[0], result),
        fixed(speed),
        `${fixed((100 * speed) / peak, 0)} %`,
        result.losses.train.toFixed(4),
      ]
    })
    rows.push([
      'limit: the matrix kernel alone',
      milliseconds((1000 * gflop) / peak),
      '',
      fixed(peak),
      '',
      '',
    ])
    return [
      `### One epoch of the digit network (784-500-500-10, 2,000 images, batch 100; ${fixed(gflop)} GFLOP)`,
      table(['', 'ms', 'ratio', 'GFLOP/s', 'of the limit', 'training loss after 1'], rows),
      absences(absent),
    ]
      .filter(Boolean)
      .join('\n\n')
  },

  race({ engine, epochs, lanes, alone, together }) {
    const ratios = together.map((ms, i) => ms / ((5 / lanes) * alone[i]))
    return [
      `### Five optimizers together (2-D case, ${epochs} epochs each, engine ${engine})`,
      table(
        ['', 'ms'],
        [
          ['one run alone, mean of the five', milliseconds(median(alone))],
          ['all five together', milliseconds(median(together))],
          [`together ÷ (5/${lanes} × alone)`, `**${median(ratios).toFixed(2)}**`],
        ],
      ),
    ].join('\n\n')
  },

  engines(rows) {
    const networks = [...new Set(rows.map(({ network }) => network))]
    const of = (network, engine) => rows.find((row) => row.network === network && row.engine === engine)
    return [
      '### An epoch on each engine, ms, and what the page had been told beforehand',
      table(
        ['', 'WASM', 'WebGL', 'told / true', 'told / true', 'pause', 'stop', 'pause', 'stop'],
        networks.map((network) => {
          const [wasm, webgl] = [of(network, 'wasm'), of(network, 'webgl')]
          return [
            network,
            milliseconds(wasm.epoch),
            milliseconds(webgl.epoch),
            times(wasm.told / wasm.epoch),
            times(webgl.told / webgl.epoch),
            ...[wasm.pause, wasm.stop, webgl.pause, webgl.stop].map((ms) => fixed(ms, 0)),
          ]
        }),
      ),
      'Pause and stop: the longest of three, ms until the page hears of it, first of WASM, then of WebGL.',
    ].join('\n\n')
  },

  automatic(rows) {
    return [
      '### Where nobody names an engine, in a page that has measured nothing',
      table(
        ['', 'trained by', 'epochs', 'first epoch, ms', 'settled, ms'],
        rows.map(({ network, moves, last, epochs, first, settled }) => [
          network,
          [...moves.map(({ from, after }) => `${from} to ${after}`), last].join(', '),
          fixed(epochs, 0),
          fixed(first, 0),
          fixed(settled, 0),
        ]),
      ),
    ].join('\n\n')
  },
  measuring: (costs) => measuringTable(costs, { table, median }),

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

  threads({ results, histories }) {
    return [
      '### One epoch of the digit network, by threads',
      table(
        ['threads', 'ms', 'against one'],
        results.map((result) => [
          result.count,
          milliseconds(median(result.times)),
          times(1 / median(result.times.map((ms, i) => ms / results[0].times[i]))),
        ]),
      ),
      `Different histories: ${histories}.`,
    ].join('\n\n')
  },
}

/** Ratios are computed within each round before their median is taken: both values were measured seconds apart. */
function ratioTo(reference, { times: own }) {
  const rounds = Math.min(own.length, reference.times.length)
  if (rounds < reference.times.length) return times(median(own) / median(reference.times))
  return times(median(own.map((ms, i) => ms / reference.times[i])))
}

/** Writes `auto` with the engine that it chose. */
function named(name, results) {
  const device = results.find((result) => result.name === name)?.device
  return name.endsWith(', auto') && device ? `${name} (${device.split(' ')[0]})` : name
}

function absences(absent) {
  const reasons = new Map(absent.map(({ name, reason }) => [name, reason]))
  return [...reasons].map(([name, reason]) => `Absent: ${name}: ${reason}`).join('\n')
}

function table(head, rows) {
  const align = head.map((_, i) => (i === 0 ? '---' : '---:'))
  return [head, align, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const total = (values) => values.reduce((all, value) => all + value, 0)
const fixed = (value, digits = 1) => value.toFixed(digits)
const megabytes = (bytes) => (bytes / 1e6).toFixed(2)
const milliseconds = (ms) => (ms >= 1000 ? fixed(ms, 0) : ms.toPrecision(3))
const times = (ratio) => `${ratio >= 100 ? fixed(ratio, 0) : ratio.toPrecision(2)}×`
const spread = (values) => [median(values), Math.min(...values), Math.max(...values)].map(milliseconds)

function median(values) {
  return quantile(values, 0.5)
}

/** Interpolates between the two nearest values. */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  return sorted[low] + (sorted[Math.ceil(at)] - sorted[low]) * (at - low)
}
