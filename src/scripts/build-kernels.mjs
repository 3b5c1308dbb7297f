/** Compiles the kernels that are older than their sources or the compiler. Run: npm run kernels */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const kernels = path.join(root, 'src/engine/wasm/kernels')
const config = path.join(kernels, 'asconfig.json')

/** When a file was last written, in ms; of one that is missing, before all others. */
const written = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY

const sources = [kernels, ...readdirSync(kernels).map((name) => path.join(kernels, name))]
const newest = Math.max(...[...sources, path.join(root, 'package-lock.json')].map(written))
const compiler = fileURLToPath(import.meta.resolve('assemblyscript/bin/asc.js'))
const targets = Object.entries(JSON.parse(readFileSync(config, 'utf8')).targets)
const old = targets.filter(([, { outFile }]) => written(path.join(kernels, outFile)) < newest)

const codes = await Promise.all(
  old.map(async ([target]) => {
    const args = [compiler, '--config', config, '--target', target]
    const [code] = await once(spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }), 'exit')
    return code
  }),
)
process.exitCode = codes.find((code) => code !== 0) ?? 0
