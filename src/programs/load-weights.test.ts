import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Experiment, type ExperimentInput, MODEL_KINDS } from '../domain/experiment/experiment.ts'
import { weightTensors } from '../domain/network/network.ts'
import { expectExperiment } from '../domain/parsing/parse.ts'
import { writeSafetensors } from '../files/safetensors.ts'
import { context } from './keras-context.ts'
import { modelLines } from './keras-model.ts'
import { textOf } from './lines.ts'
import { loadWeightsProgram } from './load-weights.ts'

const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0
const stub = new URL('./keras-stub.testing.py', import.meta.url).pathname

const LINK = 'https://fit.example/#data=digits-8x8'

/** Residual blocks of several widths, so that there are projections. */
const networks = MODEL_KINDS.map((kind) =>
  expectExperiment({
    data: { set: 'digits-8x8' },
    model: {
      kind,
      blocks: [
        { filters: 2, layers: 3 },
        { filters: 3, layers: 5, pool: 1 },
      ],
      layers: [3, 4, 5, 5, 2, 6, 3].map((units) => ({ units, dropout: 0.1 })),
    },
  } as ExperimentInput),
)

/** Every weight another number. */
function weightsOf(experiment: Experiment) {
  let next = 0
  return weightTensors(experiment).map(({ name, shape, role, layer }) => {
    const size = shape.reduce((product, length) => product * length, 1)
    return { name, shape, role, layer, values: Float32Array.from({ length: size }, () => ++next) }
  })
}

describe.skipIf(!hasNumpy)('the weights in Keras', () => {
  it('are in the layer and the place that they have here, for every kind of network', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'weights-'))
    const items = await Promise.all(
      networks.map(async (experiment, i) => {
        const file = join(folder, `${i}.safetensors`)
        const bytes = await writeSafetensors(weightsOf(experiment).toReversed(), new Map()).arrayBuffer()
        writeFileSync(file, new Uint8Array(bytes))
        return [textOf(modelLines(context(experiment))), loadWeightsProgram(experiment, file, LINK)]
      }),
    )
    const run = spawnSync('python3', [stub], { input: JSON.stringify(items) })
    rmSync(folder, { recursive: true })
    expect(run.stderr.toString()).toBe('')
    // Keras makes a projection after the layer whose sums it is added to.
    const expected = networks.map((experiment) => {
      const weights = weightsOf(experiment)
      const of = (layer: number, projection: boolean) =>
        weights
          .filter((weight) => weight.layer === layer && (weight.role === 'projection') === projection)
          .map(({ values }) => [...values])
      const last = Math.max(...weights.map(({ layer }) => layer))
      return Array.from({ length: last + 1 }, (_, i) => [of(i, false), of(i, true)])
        .flat()
        .filter((own) => own.length > 0)
    })
    expect(JSON.parse(run.stdout.toString())).toEqual(expected)
    const projections = networks.map(
      (experiment) => weightTensors(experiment).filter(({ role }) => role === 'projection').length,
    )
    expect(projections).toEqual(MODEL_KINDS.map((kind) => (kind === 'residual-mlp' ? 3 : 0)))
  })

  it('the program compiles, whatever its file is called', () => {
    const check = 'import ast, json, sys\nfor code in json.load(sys.stdin): ast.parse(code)'
    const input = JSON.stringify(
      networks.map((experiment) => loadWeightsProgram(experiment, 'a"\\\n.s', LINK)),
    )
    expect(spawnSync('python3', ['-c', check], { input }).stderr.toString()).toBe('')
  })
})
