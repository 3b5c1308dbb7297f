/** The built app under /app/ and the bench's page under /bench/, on a free port, from a folder that goes away. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export async function serve() {
  const folder = await mkdtemp(path.join(tmpdir(), 'fitting-room-bench-'))
  for (const [name, configFile] of [
    ['app', path.join(ROOT, 'vite.config.ts')],
    ['bench', path.join(ROOT, 'e2e/bench/vite.config.ts')],
  ]) {
    const outDir = path.join(folder, name)
    await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
  }
  const server = await preview({
    configFile: false,
    root: path.join(ROOT, 'e2e/bench'),
    appType: 'mpa',
    build: { outDir: folder },
    preview: {
      port: 0,
      host: '127.0.0.1',
      // Isolated, so that everyone may use threads.
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
    },
  })
  const { port } = server.httpServer.address()
  return {
    folder,
    url: `http://127.0.0.1:${port}`,
    async close() {
      await server.close()
      await rm(folder, { recursive: true })
    },
  }
}
