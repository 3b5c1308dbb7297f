/** Section 2: the network, as `build()`, of TensorFlow.js' own layers as far as they do what Keras 3's do. */
import type { Activation, Experiment, Initializer } from '../domain/experiment/experiment.ts'
import { isRecurrent, isResidual } from '../domain/network/model-kinds.ts'
import { GATES, type NetworkLayer, networkLayers, outputHead, unitsOf } from '../domain/network/network.ts'
import { options, settingsOf } from './javascript.ts'
import { type Argument, argument, type CodeLine, call, indented, line, plain } from './lines.ts'
import { networkShape } from './network-shape.ts'
import { ofLayer } from './of-layer.ts'
import { gruLines } from './tfjs-gru.ts'

/** Its own normal initializers are truncated and not made up for: these have the variance the papers ask for. */
const INITIALIZERS: Record<Initializer, { readonly of: string; readonly fans: readonly string[] }> = {
  'glorot-uniform': { of: uniform("scale: 1, mode: 'fanAvg'"), fans: [] },
  'glorot-normal': { of: normal('2 / (fanIn + fanOut)'), fans: ['fanIn', 'fanOut'] },
  'he-uniform': { of: uniform("scale: 2, mode: 'fanIn'"), fans: [] },
  'he-normal': { of: normal('2 / fanIn'), fans: ['fanIn'] },
  'lecun-normal': { of: normal('1 / fanIn'), fans: ['fanIn'] },
  'small-uniform': {
    of: 'randomUniform({\n    minval: -0.05,\n    maxval: 0.05,\n    seed: weightSeeds.word(),\n  })',
    fans: [],
  },
  zeros: { of: 'zeros()', fans: [] },
}

function uniform(settings: string): string {
  return `varianceScaling({\n    ${settings.replaceAll(', ', ',\n    ')},\n    distribution: 'uniform',\n    seed: weightSeeds.word(),\n  })`
}

function normal(variance: string): string {
  return `randomNormal({\n    mean: 0,\n    stddev: Math.sqrt(${variance}),\n    seed: weightSeeds.word(),\n  })`
}

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

type Penalty = 'none' | 'regularizer' | 'written'

/** Its own L1 has a slope at weights of exactly 0, and its recurrent layers do not hand on their cells' penalties. */
function penaltyOf({ model, regularization: { l1, l2, proximal } }: Experiment): Penalty {
  const slope = !proximal && l1 > 0
  if (!slope && l2 === 0) return 'none'
  return slope || isRecurrent(model.kind) ? 'written' : 'regularizer'
}

function writtenPenalty(experiment: Experiment): CodeLine[] {
  if (penaltyOf(experiment) !== 'written') return []
  const value = settingsOf(experiment)
  const { l1, l2, proximal } = experiment.regularization
  const terms = [
    ...(l1 > 0 && !proximal ? [argument(`w.mul(w.sign()).sum().mul(${value('l1')})`, 'l1')] : []),
    ...(l2 > 0 ? [argument(`w.square().sum().mul(${value('l2')})`, 'l2')] : []),
  ]
  const [only] = terms
  return [
    ...plain(`
// Penalties of kernels. Recurrent layers forget their
// regularizers; tf.regularizers.l1 moves weights of 0.
const penalty = (w) =>`),
    ...(terms.length === 1
      ? [line(`  ${only!.text}`, ...only!.settings)]
      : indented(call('tf.addN', terms, { open: '([', close: '])', indent: '  ', width: 0 }), '  ')),
    ...plain(`for (const layer of model.layers)
  for (const weight of layer.trainableWeights)
    if (weight.name.includes('kernel'))
      layer.addLoss(() => penalty(weight.read()))
`),
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

/** What TensorFlow.js calls the activations; null where it has a layer instead. */
const ACTIVATIONS: Readonly<Record<Activation, string | null>> = {
  linear: 'linear',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  'leaky-relu': null,
  elu: 'elu',
  gelu: 'gelu',
}

const LEAKY_RELU = 'tf.layers.leakyReLU({ alpha: 0.2 })'

function activated(activation: Activation, sum: string): CodeLine[] {
  const name = ACTIVATIONS[activation]
  if (name === null) return [line(`h = ${LEAKY_RELU}.apply(${sum})`, 'activation')]
  if (name === 'linear') return [line(`h = ${sum}`, 'activation')]
  return [line(`h = activated('${name}', ${sum})`, 'activation')]
}

interface Written {
  readonly head?: string
  readonly tail: string
  readonly depth: number
  /** It says the shape of a sample. */
  readonly input: boolean
  readonly output: boolean
  /** Its activation is an option of the layer. */
  readonly own: boolean
}

function weights(
  experiment: Experiment,
  layer: NetworkLayer,
  { head = '', tail, depth, input, output, own }: Written,
): CodeLine[] {
  const value = settingsOf(experiment)
  const end = outputActivation(experiment)
  const activation = output ? end : ACTIVATIONS[layer.activation]
  const args: Argument[] = []
  if (layer.kind === 'convolution')
    args.push(
      argument(`filters: ${layer.filters}`, 'blocks'),
      argument(`kernelSize: ${value('kernel')}`, 'kernel'),
      argument("padding: 'same'"),
    )
  else args.push(argument(`units: ${layer.units}`, 'layers'))
  if (input) args.push(argument(`inputShape: [${networkShape(experiment).join(', ')}]`))
  if (own && activation !== null && layer.kind !== 'recurrent')
    args.push(argument(`activation: '${activation}'`, output ? 'loss' : 'activation'))
  if (layer.kind !== 'recurrent') {
    args.push(
      layer.skip === null
        ? initialized(experiment, ...fansOf(layer))
        : argument("kernelInitializer: 'zeros'"),
      ...penalty(experiment),
    )
    return options(
      `${head}tf.layers.${{ dense: 'dense', convolution: 'conv2d' }[layer.kind]}`,
      args,
      tail,
      depth,
    )
  }
  return recurrent(experiment, layer, args, depth)
}

function recurrent(
  experiment: Experiment,
  layer: Extract<NetworkLayer, { kind: 'recurrent' }>,
  args: readonly Argument[],
  depth: number,
): CodeLine[] {
  const kernels = [
    initialized(experiment, layer.features, GATES[layer.cell] * layer.units),
    argument('recurrentInitializer: orthogonal()'),
  ]
  const sequences = layer.sequences ? [argument('returnSequences: true')] : []
  if (layer.cell === 'gru') {
    const [units, ...input] = args
    return [
      line('tf.layers.rnn({'),
      ...indented(options('cell: new GruCell', [units!, ...kernels], ',', depth + 2), '  '),
      ...[...input, ...sequences].map(({ text, settings }) => line(`  ${text},`, ...settings)),
      line('}),'),
    ]
  }
  const gates =
    layer.cell === 'lstm'
      ? [argument("recurrentActivation: 'sigmoid'"), argument('unitForgetBias: true')]
      : [argument(`activation: '${layer.activation}'`, 'activation')]
  const name = layer.cell === 'lstm' ? 'lstm' : 'simpleRNN'
  return options(`tf.layers.${name}`, [...args, ...gates, ...kernels, ...sequences], ',', depth)
}

type Fans = readonly [number, number]

function fansOf(layer: Exclude<NetworkLayer, { kind: 'recurrent' }>): Fans {
  switch (layer.kind) {
    case 'dense':
      return [layer.inputs, layer.units]
    case 'convolution': {
      const square = layer.kernel ** 2
      return [square * layer.channels, square * layer.filters]
    }
    default:
      return layer satisfies never
  }
}

function initialized({ model }: Experiment, ...fans: Fans): Argument {
  const said = fans.slice(0, INITIALIZERS[model.initializer].fans.length)
  return argument(`kernelInitializer: initializer(${said.join(', ')})`, 'init')
}

const penalty = (experiment: Experiment): Argument[] =>
  penaltyOf(experiment) === 'regularizer' ? [argument('kernelRegularizer: regularizer', 'l2')] : []

/** What the loss wants besides logits. */
function outputActivation(experiment: Experiment): 'sigmoid' | 'softmax' | null {
  const head = outputHead(experiment)
  return experiment.loss === 'mse' && head !== 'linear' ? head : null
}

/** What stands between a layer's weights and the next layer. */
function after(layer: NetworkLayer, own: boolean): CodeLine[] {
  return [
    ...(own && layer.kind !== 'recurrent' && ACTIVATIONS[layer.activation] === null
      ? [line(LEAKY_RELU, 'activation')]
      : []),
    ...(layer.kind === 'convolution' && layer.pool > 1
      ? [line(`tf.layers.maxPooling2d({ poolSize: ${layer.pool} })`, 'blocks')]
      : []),
    ...(layer.dropout > 0 ? [line(`tf.layers.dropout({ rate: ${layer.dropout} })`, 'dropout')] : []),
  ]
}
