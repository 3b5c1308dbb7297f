import path from 'node:path'

/** Of each leaner worker the module of training that it does without, and what stands for it. Workers are bundles of their own. */
const LEANER = {
  'engine-without-probes': { without: 'probes.ts', instead: 'no-probes.ts' },
  'engine-without-keeper': { without: 'epoch-keeper.ts', instead: 'no-keeper.ts' },
}
const TRAINING = '/src/engine/training/'

export function leanerWorkers() {
  let leaner
  return {
    name: 'leaner-workers',
    enforce: 'pre',
    options({ input }) {
      const entry = JSON.stringify(input)
      leaner = Object.entries(LEANER).find(([name]) => entry.includes(name))?.[1]
    },
    resolveId(source, importer) {
      if (!leaner || !importer || importer.endsWith(leaner.instead) || !source.startsWith('.')) return null
      const resolved = path.resolve(path.dirname(importer), source)
      if (!resolved.endsWith(TRAINING + leaner.without)) return null
      return resolved.replace(TRAINING + leaner.without, `/e2e/bench/page/${leaner.instead}`)
    },
  }
}
