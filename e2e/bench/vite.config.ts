/** The bench's own page: the app's build settings and data, another root. The app itself is built by its own config. */
import { fileURLToPath } from 'node:url'
import { defineConfig, mergeConfig } from 'vite'
import app from '../../vite.config.ts'
import { leanerWorkers } from './leaner-workers.mjs'

export default defineConfig(
  mergeConfig(app, {
    root: fileURLToPath(new URL('page', import.meta.url)),
    publicDir: fileURLToPath(new URL('../../public', import.meta.url)),
    worker: { plugins: () => [leanerWorkers()] },
    // TensorFlow.js starts its threads from the text of its own code, whose names must be what they were.
    build: { chunkSizeWarningLimit: 3000, minify: false },
  }),
)
