import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { launchOptions } from './e2e/browser/find.mjs'
import app from './package.json' with { type: 'json' }

export default defineConfig({
  // Relative, so that the built app runs from any folder of any server.
  base: './',
  plugins: [react()],
  define: { __APP_VERSION__: JSON.stringify(app.version) },
  worker: { format: 'es' },
  // The worker is TensorFlow.js, one file of 1.6 MB (0.25 MB gzip), fetched beside the page and cached.
  build: { target: 'es2023', chunkSizeWarningLimit: 1700 },
  // The scan from the page does not see into the workers; packages found late reload a running test.
  optimizeDeps: {
    entries: [
      'index.html',
      'src/engine/worker.ts',
      'src/ui/own-data/table-worker.ts',
      'src/share/open-worker.ts',
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'e2e/browser/**/*.test.ts'],
          // Some node tests train small networks.
          testTimeout: 60_000,
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
