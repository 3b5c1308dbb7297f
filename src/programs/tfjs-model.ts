/** Section 2: the network, as `build()`, of TensorFlow.js' own layers as far as they do what Keras 3's do. */
import type { Activation, Experiment } from '../domain/experiment/experiment.ts'
import { type NetworkLayer, unitsOf } from '../domain/network/layers.ts'
import { isRecurrent, isResidual } from '../domain/network/model-kinds.ts'
import { networkLayers } from '../domain/network/network.ts'
import { options, settingsOf } from './javascript.ts'
import { argument, type CodeLine, indented, line, plain } from './lines.ts'
import { networkShape } from './network-shape.ts'
import { ofLayer } from './of-layer.ts'
import { gruLines } from './tfjs-gru.ts'
import {
  ACTIVATIONS,
  after,
  INITIALIZERS,
  initialized,
  LEAKY_RELU,
  outputActivation,
  weights,
} from './tfjs-layers.ts'
import { penalty, penaltyOf, writtenPenalty } from './tfjs-penalty.ts'

export function modelLines(experiment: Experiment): CodeLine[] {
  const { kind } = experiment.model
  return [
    ...helpers(experiment),
    line('function build() {', 'model'),
    ...indented(isResidual(kind) ? residual(experiment) : sequential(experiment), '  '),
    ...plain('}\n\nconst model = build()'),
    ...writtenPenalty(experiment),
    ...plain('model.summary()'),
  ]
}

function helpers(experiment: Experiment): CodeLine[] {
  const { initializer, kind } = experiment.model
  const { of, fans } = INITIALIZERS[initializer]
  const recurrent = isRecurrent(kind)
  const drawn = of.includes('weightSeeds') || recurrent
  const [first = '', ...rest] = of.split('\n')
  const value = settingsOf(experiment)
  return [
    ...(drawn
      ? [
          line('// Every layer has a seed of its own.'),
          line(`const weightSeeds = stream(${value('seed-weights')}, 'weights')`, 'seed-weights'),
        ]
      : [line('// All weights start at 0, from whatever seed.', 'seed-weights')]),
    line(`const initializer = (${fans.join(', ')}) =>`),
    line(`  tf.initializers.${first}`, 'init'),
    ...rest.map((text) => line(text, 'init')),
    ...(recurrent
      ? plain(`const orthogonal = () =>
  tf.initializers.orthogonal({
    seed: weightSeeds.word(),
  })`)
      : []),
    ...(penaltyOf(experiment) === 'regularizer'
      ? options('const regularizer = tf.regularizers.l2', [argument(`l2: ${value('l2')}`, 'l2')])
      : []),
    line(''),
    ...(kind === 'gru' ? [...gruLines(), line('')] : []),
  ]
}

/** How far the lines of a layer will be indented in a list of layers. */
const IN_LIST = 6

function sequential(experiment: Experiment): CodeLine[] {
  const layers = networkLayers(experiment)
  const image = networkShape(experiment).length > 1
  return [
    line('return tf.sequential({'),
    line('  layers: ['),
    ...layers.flatMap((layer, i) => {
      const below = layers[i - 1]
      const flatten = image && layer.kind === 'dense' && below?.kind === 'convolution'
      const rows = [
        ...(flatten ? [line('tf.layers.flatten(),')] : []),
        ...weights(experiment, layer, {
          tail: ',',
          depth: IN_LIST,
          input: i === 0,
          output: i === layers.length - 1,
          own: true,
        }),
        ...after(layer, true).map((row) => ({ ...row, text: `${row.text},` })),
      ]
      return indented(ofLayer(experiment, layers, i, rows), '    ')
    }),
    line('  ],'),
    line('})'),
  ]
}

/** Sums before their activation are added every two layers: `s0`, `s1`, … (He et al. 2016). */
function residual(experiment: Experiment): CodeLine[] {
  const layers = networkLayers(experiment)
  const last = layers.length - 1
  const end = outputActivation(experiment)
  const named = layers
    .slice(0, -1)
    .some(({ activation }) => activation !== 'linear' && ACTIVATIONS[activation] !== null)
  return [
    ...(named || end !== null
      ? plain(`const activated = (activation, sums) =>
  tf.layers.activation({ activation }).apply(sums)
`)
      : []),
    line(`const inputs = tf.input({ shape: [${networkShape(experiment).join(', ')}] })`),
    line('let h = inputs'),
    ...layers.flatMap((layer, i) => {
      const { skip } = layer
      const flatten = layer.kind === 'dense' && layers[i - 1]?.kind === 'convolution'
      const written = { depth: 2, input: false, output: i === last, own: false }
      const sum = skip === null ? `s${i}` : `f${i}`
      const rows = [
        ...(flatten ? [line('h = tf.layers.flatten().apply(h)')] : []),
        ...weights(experiment, layer, { ...written, head: `const ${sum} = `, tail: '.apply(h)' }),
        ...(skip === null ? [] : shortcut(experiment, layer, i, skip)),
        ...(i === last
          ? []
          : [
              ...activated(layer.activation, `s${i}`),
              ...after(layer, false).map((row) => ({ ...row, text: `h = ${row.text}.apply(h)` })),
            ]),
      ]
      return ofLayer(experiment, layers, i, rows)
    }),
    ...(end === null
      ? [line(`return tf.model({ inputs, outputs: s${last} })`)]
      : [
          line(`const outputs = activated('${end}', s${last})`, 'loss'),
          line('return tf.model({ inputs, outputs })'),
        ]),
  ]
}

function shortcut(
  experiment: Experiment,
  layer: NetworkLayer,
  i: number,
  { from, inputs, projectionAt }: NonNullable<NetworkLayer['skip']>,
): CodeLine[] {
  const projected =
    projectionAt === null
      ? []
      : options(
          `const p${i} = tf.layers.dense`,
          [
            argument(`units: ${unitsOf(layer)}`, 'layers'),
            argument('useBias: false'),
            initialized(experiment, inputs, unitsOf(layer)),
            ...penalty(experiment),
          ],
          `.apply(s${from})`,
          2,
        )
  return [
    ...projected,
    line(
      `const s${i} = tf.layers.add().apply([f${i}, ${projectionAt === null ? `s${from}` : `p${i}`}])`,
      'model',
    ),
  ]
}

function activated(activation: Activation, sum: string): CodeLine[] {
  const name = ACTIVATIONS[activation]
  if (name === null) return [line(`h = ${LEAKY_RELU}.apply(${sum})`, 'activation')]
  if (name === 'linear') return [line(`h = ${sum}`, 'activation')]
  return [line(`h = activated('${name}', ${sum})`, 'activation')]
}
