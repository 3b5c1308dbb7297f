/** The layers of the network, one by one: their options, their activations and what follows them. */
import type { Activation, Experiment, Initializer } from '../domain/experiment/experiment.ts'
import { outputHead } from '../domain/network/inputs-outputs.ts'
import { GATES, type NetworkLayer } from '../domain/network/layers.ts'
import { options, settingsOf } from './javascript.ts'
import { type Argument, argument, type CodeLine, indented, line } from './lines.ts'
import { networkShape } from './network-shape.ts'
import { penalty } from './tfjs-penalty.ts'

/**
 * TensorFlow.js truncates its normal initializers without correcting their variance; these have the variance
 * that the papers ask for.
 */
export const INITIALIZERS: Record<Initializer, { readonly of: string; readonly fans: readonly string[] }> = {
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

/** TensorFlow.js' names of the activations; null where it has a layer instead. */
export const ACTIVATIONS: Readonly<Record<Activation, string | null>> = {
  linear: 'linear',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  'leaky-relu': null,
  elu: 'elu',
  gelu: 'gelu',
}

export const LEAKY_RELU = 'tf.layers.leakyReLU({ alpha: 0.2 })'

interface Written {
  readonly head?: string
  readonly tail: string
  readonly depth: number
  /** The layer states the shape of a sample. */
  readonly input: boolean
  readonly output: boolean
  /** Its activation is an option of the layer. */
  readonly own: boolean
}

export function weights(
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

export function initialized({ model }: Experiment, ...fans: Fans): Argument {
  const said = fans.slice(0, INITIALIZERS[model.initializer].fans.length)
  return argument(`kernelInitializer: initializer(${said.join(', ')})`, 'init')
}

/** The activation that the loss needs on the outputs; null if it takes logits. */
export function outputActivation(experiment: Experiment): 'sigmoid' | 'softmax' | null {
  const head = outputHead(experiment)
  return experiment.loss === 'mse' && head !== 'linear' ? head : null
}

/** The lines between a layer's weights and the next layer. */
export function after(layer: NetworkLayer, own: boolean): CodeLine[] {
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
