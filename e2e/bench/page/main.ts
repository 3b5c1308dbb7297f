/** The functions that `run.mjs` calls in the page. */

import { automaticRuns } from './automatic.ts'
import { digits } from './digits.ts'
import { draws } from './draws.ts'
import { engineFigures } from './engines.ts'
import { measuring } from './measuring.ts'
import { createClient } from './ours.ts'
import { plane } from './plane.ts'
import { race } from './race.ts'

const client = createClient()

const bench = {
  plane: (batchSize: number) => plane(client, batchSize),
  digits: () => digits(client),
  race: () => race(client),
  measuring,
  draws,
  engines: engineFigures,
  automatic: automaticRuns,
}

declare global {
  interface Window {
    bench: typeof bench
  }
}

window.bench = bench
