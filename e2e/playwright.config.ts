import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { launchOptions } from '../src/scripts/browser/find.mjs'

// Two checkouts on one machine can be tested at once, each on a port of its own.
const port = process.env.E2E_PORT ?? '4173'
const baseURL = `http://127.0.0.1:${port}`

// The specs run against the built app, as a visitor gets it: `vite build` comes first.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // What takes long and guards what a shorter test guards too is a command of its own, `npm run prove:page`.
  ...(process.env.PROOFS ? {} : { grepInvert: /@proof/ }),
  outputDir: 'results',
  reporter: 'list',
  // Three specs run at a time, because much of a spec is waiting. A failed one is never repeated: one that
  // passes only sometimes has failed.
  workers: 3,
  retries: 0,
  // The limit is long enough for a busy machine: whatever is waited for arrives, or is missing.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    url: baseURL,
  },
  use: { baseURL, launchOptions: launchOptions() },
  projects: [{ name: 'desktop', use: { viewport: { width: 1440, height: 900 } } }],
})
