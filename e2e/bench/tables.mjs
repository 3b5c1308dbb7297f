/** Writes the results in Markdown. */
import { PAGE_TABLES } from './page-tables.mjs'
import { TRAINING_TABLES } from './training-tables.mjs'

const TABLES = { ...TRAINING_TABLES, ...PAGE_TABLES }

export function tables(machine, results) {
  const parts = Object.entries(results).map(([name, result]) => TABLES[name](result))
  const { processor, processors, browser, webgl } = machine
  return [`${processor}, ${processors} processors · ${browser} · WebGL on ${webgl}`, ...parts].join('\n\n')
}
