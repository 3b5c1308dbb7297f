import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import app from './package.json' with { type: 'json' }
import { launchOptions } from './src/scripts/browser/find.mjs'

/**
 * What the built page may load and run: its own files, and WebAssembly. No script in the markup, no text run as a
 * program, nothing from or to anywhere else. Pictures are also made on the page, as `data:` and `blob:`.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * With the first two the page is isolated from all others, and its workers may share memory: one run then uses all cores. With
 * the third, pages of other sites that are isolated themselves may embed it.
 */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/** Puts the policy into the built page: whatever server it lies on, the page keeps to it. */
const contentPolicy: Plugin = {
  name: 'content-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
      injectTo: 'head-prepend',
    },
  ],
}

/**
 * Names of built files say what is in them, so a browser need not ask for one twice. The page itself is asked for each
 * time.
 */
const cachedAssets: Plugin = {
  name: 'cached-assets',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      if (request.url?.startsWith('/assets/'))
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      next()
    })
  },
}

const MAIN = fileURLToPath(new URL('src/main.tsx', import.meta.url))
const chartScales = fileURLToPath(new URL('src/charts/kit/scales.ts', import.meta.url))

/**
 * The axes of Recharts look their scales up by name in all of d3-scale. The charts use two, which are ours. Apart from
 * packages bundled ahead, which are not bundled anew when our file changes.
 */
const ownScales = (apart: boolean) => ({
  name: 'own-scales',
  enforce: 'pre' as const,
  resolveId: (source: string, importer?: string) =>
    source === 'victory-vendor/d3-scale' && importer?.includes('/recharts/es6/state/')
      ? { id: chartScales, external: apart }
      : null,
})

/**
 * What the page runs at once is one file: dozens of small ones take longer to fetch and compress worse. It is everything
 * that `main.tsx` imports, but for what is fetched later.
 */
const firstLoad = {
  debugName: 'first load',
  name(id: string, graph: { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }) {
    const seen = new Set<string>()
    const waiting = [MAIN]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push(...(graph.getModuleInfo(next)?.importedIds ?? []))
    }
    return seen.has(id) && id !== MAIN ? 'page' : null
  },
}

/** These take longest, and Vitest knows that only from a run before: what begins late leaves the other cores idle at the end. */
const LONG = [
  'verification/lessons.test.ts',
  'programs/tfjs.test.ts',
  'engine/agreement.test.ts',
  'draws.browser.test.tsx',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(name))
    // Projects stay in their order.
    const projects = [...new Set(sorted.map(({ project }) => project))]
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project)
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))]
    })
  }
}

export default defineConfig({
  // Relative, so that the built app runs from any folder of any server.
  base: './',
  plugins: [react(), contentPolicy, cachedAssets, ownScales(false)],
  // As a header it also binds the workers, which do not see what the page's markup says.
  preview: { headers: { 'Content-Security-Policy': POLICY, ...ISOLATION } },
  server: { headers: ISOLATION },
  define: { __APP_VERSION__: JSON.stringify(app.version) },
  worker: { format: 'es' },
  // The worker is TensorFlow.js, one file of 1.6 MB (0.25 MB gzip), fetched beside the page and cached.
  // Nothing is inlined as `data:`, which the policy would have to allow for fonts.
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 1700,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [firstLoad] } } },
  },
  // The scan from the page does not see into the workers; packages found late reload a running test.
  optimizeDeps: {
    rolldownOptions: { plugins: [ownScales(true)] },
    entries: [
      'index.html',
      'src/engine/worker.ts',
      'src/table-file/table-worker.ts',
      'src/files/open-worker.ts',
    ],
  },
  test: {
    // All cores, where Vitest would leave one free.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['src/text/load-all.testing.ts'],
          include: ['src/**/*.test.ts'],
          // Files share modules: loading TensorFlow.js takes longer than most of these tests.
          isolate: false,
          sequence: { groupOrder: 0 },
          // Some node tests train networks, perhaps beside other work.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        // Longer than a test may take, and not for every machine: `npm run prove`.
        test: { name: 'proof', environment: 'node', include: ['src/**/*.proof.ts'], testTimeout: 600_000 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.tsx'],
          setupFiles: ['src/text/load-all.testing.ts', 'src/ui/clean-up.testing.ts'],
          isolate: false,
          // Long enough for a busy machine: whatever is waited for arrives, or is missing.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 240_000,
          // After the others: both at once on two cores take longer than one after the other.
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
