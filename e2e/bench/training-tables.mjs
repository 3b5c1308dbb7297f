/** The tables of what training takes: a heading, a table and remarks for each part of the benchmark. */
import { measuringTable } from './parts/measuring-table.mjs'
import { fixed, median, milliseconds, table, times } from './table-text.mjs'

export const TRAINING_TABLES = {
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
    return [
      '### An epoch on each engine, and what the page had been told beforehand',
      table(
        ['', 'engine', 'ms', 'told / true', 'pause, ms', 'stop, ms'],
        rows.map(({ network, engine, epoch, told, pause, stop }) => [
          network,
          engine,
          milliseconds(epoch),
          times(told / epoch),
          fixed(pause, 0),
          fixed(stop, 0),
        ]),
      ),
      'Pause and stop: the longest of three, until the page hears of it.',
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

  threads({ results, histories }) {
    return [
      '### One epoch of the digit network, by threads',
      table(
        ['threads', 'ms', 'against one', 'quickest epoch, ms', 'against one'],
        results.map((result) => [
          result.count,
          milliseconds(median(result.times)),
          times(1 / median(result.times.map((ms, i) => ms / results[0].times[i]))),
          milliseconds(result.quickest),
          times(results[0].quickest / result.quickest),
        ]),
      ),
      `Different histories: ${histories}. Where two processors are one core, threads gain less than the quickest epochs show.`,
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
