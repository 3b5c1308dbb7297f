import path from 'node:path'

const PROBES = /\/src\/engine\/training\/probes\.ts$/

/** Bundles the worker `bare-engine.ts` with `no-probes.ts` in place of the probes. Each worker is a bundle of its own. */
export function withoutProbes() {
  let isBare = false
  return {
    name: 'without-probes',
    enforce: 'pre',
    options({ input }) {
      isBare = JSON.stringify(input).includes('bare-engine')
    },
    resolveId(source, importer) {
      if (!isBare || !importer || !source.endsWith('/probes.ts')) return null
      const resolved = path.resolve(path.dirname(importer), source)
      if (!PROBES.test(resolved) || importer.endsWith('/no-probes.ts')) return null
      return resolved.replace(PROBES, '/e2e/bench/page/no-probes.ts')
    },
  }
}
