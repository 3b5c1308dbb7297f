/** Section 2: the network, as `build()`. Weight layers are Keras' own, logits last unless the loss wants outputs. */
import { dataSet } from '../domain/data/registry.ts'
import type { Activation, Experiment, Initializer } from '../domain/experiment/experiment.ts'
import { outputHead } from '../domain/network/inputs-outputs.ts'
import { type NetworkLayer, unitsOf } from '../domain/network/layers.ts'
import { isRecurrent, isResidual } from '../domain/network/model-kinds.ts'
import { networkLayers } from '../domain/network/network.ts'
import type { Context } from './keras-context.ts'
import { type Argument, argument, type CodeLine, call, indented, line, plain, WIDTH } from './lines.ts'
import { networkShape } from './network-shape.ts'
import { ofLayer } from './of-layer.ts'
import { python } from './python.ts'

/** Keras' own normals are truncated: these have the variance the papers ask for. */
const INITIALIZERS: Record<Initializer, readonly [name: string, ...args: string[]]> = {
  'glorot-uniform': scaled('1.0', 'fan_avg', 'uniform'),
  'glorot-normal': scaled('1.0', 'fan_avg', 'untruncated_normal'),
  'he-uniform': scaled('2.0', 'fan_in', 'uniform'),
  'he-normal': scaled('2.0', 'fan_in', 'untruncated_normal'),
  'lecun-normal': scaled('1.0', 'fan_in', 'untruncated_normal'),
  'small-uniform': ['RandomUniform', '-0.05', '0.05'],
  zeros: ['Zeros'],
}

function scaled(scale: string, mode: string, distribution: string): [string, ...string[]] {
  return ['VarianceScaling', `scale=${scale}`, `mode="${mode}"`, `distribution="${distribution}"`]
}

export function modelLines(context: Context): CodeLine[] {
  const { experiment } = context
  const layers = networkLayers(experiment)
  const [name, ...settings] = INITIALIZERS[experiment.model.initializer]
  const input = `keras.Input(${inputTuple(context)})`
  return [
    ...proximalLines(context),
    ...plain('def initializer():\n    """A new one for every layer, or numbers repeat."""'),
    ...indented(
      call(
        `return keras.initializers.${name}`,
        settings.map((text) => argument(text, 'init')),
      ),
    ),
    ...regularizerLines(context),
    ...plain('\n'),
    line('def build():', 'model'),
    ...indented(
      isResidual(experiment.model.kind)
        ? residual(context, layers, input)
        : sequential(context, layers, input),
    ),
    ...plain('\n\nmodel = build()'),
  ]
}

/** Every update ends with this step of L1 towards 0 (Parikh & Boyd 2014): zeros are exact. */
function proximalLines(context: Context): CodeLine[] {
  const { value } = context
  if (!context.experiment.regularization.proximal || !hasL1(context)) return []
  return [
    ...plain(`class Shrink(keras.constraints.Constraint):
    """L1 by a proximal step: its zeros are exact."""

    def __call__(self, w):`),
    line('        rate = keras.ops.cast('),
    line('            optimizer.learning_rate, w.dtype'),
    line('        )'),
    line(`        step = ${value('l1')} * rate`, 'l1', 'proximal'),
    ...plain(`        rest = keras.ops.relu(keras.ops.abs(w) - step)
        return keras.ops.sign(w) * rest

`),
  ]
}

function sequential(context: Context, layers: readonly NetworkLayer[], input: string): CodeLine[] {
  const listed = (layer: NetworkLayer, i: number) => {
    const output = i === layers.length - 1
    const flatten = networkShape(context.experiment).length > 1 && layer.kind === 'dense'
    const rows = [
      ...(flatten && layers[i - 1]?.kind === 'convolution' ? [line('keras.layers.Flatten(),')] : []),
      ...weights(context, layer, { head: '', close: '),', output, own: true }),
      ...after(context, layer, i).map((row) => ({ ...row, text: `${row.text},` })),
    ]
    return ofLayer(context.experiment, layers, i, rows)
  }
  const depth = repeated(context, layers) ? context.swept('depth') : null
  if (depth === null)
    return [
      line('return keras.Sequential(['),
      line(`    ${input},`),
      ...indented(layers.flatMap(listed)),
      line('])'),
    ]
  return [
    line(`layers = [${input}]`),
    line(`for _ in range(${depth}):`, 'layers'),
    line('    layers += ['),
    ...indented(listed(layers[0]!, 0), '        '),
    line('    ]'),
    line('layers += ['),
    ...indented(listed(layers.at(-1)!, layers.length - 1)),
    line(']'),
    line('return keras.Sequential(layers)'),
  ]
}

/** Whether all hidden layers are equal dense layers. */
function repeated({ experiment }: Context, layers: readonly NetworkLayer[]): boolean {
  const looks = layers.slice(0, -1).map((layer) => `${unitsOf(layer)} ${layer.activation} ${layer.dropout}`)
  return experiment.model.kind === 'mlp' && new Set(looks).size === 1
}

/** Sums before their activation are added every two layers: `s0`, `s1`, … (He et al. 2016). */
function residual(context: Context, layers: readonly NetworkLayer[], input: string): CodeLine[] {
  const last = layers.length - 1
  const end = outputActivation(context.experiment)
  return [
    line(`inputs = h = ${input}`),
    ...layers.flatMap((layer, i) => {
      const { skip } = layer
      const flatten = layer.kind === 'dense' && layers[i - 1]?.kind === 'convolution'
      const projected =
        skip === null || skip.projectionAt === null
          ? []
          : call(
              'projected = keras.layers.Dense',
              [
                argument(unitsText(context, layer, false), 'layers'),
                argument('use_bias=False'),
                argument('kernel_initializer=initializer()', 'init'),
                ...penalty(context, 'kernel'),
              ],
              { close: `)(s${skip.from})`, width: WIDTH - 4 },
            )
      const other = skip === null ? '' : projected.length > 0 ? 'projected' : `s${skip.from}`
      const rows = [
        ...(flatten ? [line('h = keras.layers.Flatten()(h)')] : []),
        ...weights(context, layer, { head: `s${i} = `, close: ')(h)', output: i === last, own: false }),
        ...projected,
        ...(skip === null ? [] : [line(`s${i} = keras.layers.add([s${i}, ${other}])`, 'model')]),
        ...(i === last
          ? []
          : [
              line(`h = keras.layers.Activation(${activation(context, layer)})(s${i})`, 'activation'),
              ...after(context, layer, i).map((row) => ({ ...row, text: `h = ${row.text}(h)` })),
            ]),
      ]
      return ofLayer(context.experiment, layers, i, rows)
    }),
    ...(end === null
      ? [line(`return keras.Model(inputs, s${last})`)]
      : [
          line(`outputs = keras.layers.Activation("${end}")(s${last})`, 'loss'),
          line('return keras.Model(inputs, outputs)'),
        ]),
  ]
}

interface Written {
  readonly head: string
  readonly close: string
  readonly output: boolean
  /** Its activation is an argument of the layer. */
  readonly own: boolean
}

function weights(context: Context, layer: NetworkLayer, { head, close, output, own }: Written): CodeLine[] {
  const { experiment } = context
  const end = outputActivation(experiment)
  const shown = output ? (own && end ? `"${end}"` : null) : own ? activation(context, layer) : null
  const args: Argument[] = [
    argument(unitsText(context, layer, output), layer.kind === 'convolution' ? 'blocks' : 'layers'),
  ]
  if (layer.kind === 'convolution')
    args.push(argument(context.value('kernel'), 'kernel'), argument('padding="same"'))
  if (shown !== null && (layer.kind !== 'recurrent' || layer.cell === 'rnn'))
    args.push(argument(`activation=${shown}`, output ? 'loss' : 'activation'))
  if (layer.kind === 'recurrent' && layer.sequences) args.push(argument('return_sequences=True'))
  args.push(argument(`kernel_initializer=${layer.skip === null ? 'initializer()' : '"zeros"'}`, 'init'))
  args.push(...penalty(context, 'kernel'))
  if (layer.kind === 'recurrent') args.push(...penalty(context, 'recurrent'))
  return call(`${head}keras.layers.${className(layer)}`, args, { close, width: WIDTH - (own ? 8 : 4) })
}

function className(layer: NetworkLayer): string {
  switch (layer.kind) {
    case 'dense':
      return 'Dense'
    case 'convolution':
      return 'Conv2D'
    case 'recurrent':
      return { rnn: 'SimpleRNN', lstm: 'LSTM', gru: 'GRU' }[layer.cell]
    default:
      return layer satisfies never
  }
}

/** `(28, 28, 1)`, and `(2,)` of one number. */
function inputTuple({ experiment, swept }: Context): string {
  const shape = networkShape(experiment).map(String)
  if (isRecurrent(experiment.model.kind) && dataSet(experiment.data).shape.kind === 'sequence')
    shape[0] = swept('length') ?? shape[0]!
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`
}

function unitsText({ swept }: Context, layer: NetworkLayer, output: boolean): string {
  const width = output || layer.kind === 'convolution' ? null : swept('width')
  return width ?? String(unitsOf(layer))
}

const hasL1 = ({ experiment, swept }: Context) => experiment.regularization.l1 > 0 || swept('l1') !== null
const hasL2 = ({ experiment, swept }: Context) => experiment.regularization.l2 > 0 || swept('l2') !== null

function penalty(context: Context, of: 'kernel' | 'recurrent'): Argument[] {
  const shrinks = context.experiment.regularization.proximal && hasL1(context)
  const said = penaltyArguments(context).flatMap(({ settings }) => settings)
  return [
    ...(said.length > 0 ? [argument(`${of}_regularizer=regularizer`, ...said)] : []),
    ...(shrinks ? [argument(`${of}_constraint=Shrink()`, 'l1', 'proximal')] : []),
  ]
}

function penaltyArguments(context: Context): Argument[] {
  const { value } = context
  const slope = !context.experiment.regularization.proximal && hasL1(context)
  return [
    ...(slope ? [argument(`l1=${value('l1')}`, 'l1')] : []),
    ...(hasL2(context) ? [argument(`l2=${value('l2')}`, 'l2')] : []),
  ]
}

function regularizerLines(context: Context): CodeLine[] {
  const said = penaltyArguments(context)
  if (said.length === 0) return []
  return [...plain('\n'), ...call('regularizer = keras.regularizers.L1L2', said)]
}

/** Exact GELU and a slope of 0.2 are what these names mean in Keras 3. */
const ACTIVATIONS: Readonly<Record<Activation, string>> = {
  linear: 'linear',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  'leaky-relu': 'leaky_relu',
  elu: 'elu',
  gelu: 'gelu',
}

export const activationName = (key: Activation): string => ACTIVATIONS[key]

function activation({ experiment, swept }: Context, { activation }: NetworkLayer): string {
  const own = activation !== experiment.model.activation
  return (own ? null : swept('activation')) ?? python(activationName(activation))
}

/** The activation that the loss needs on the outputs; null if it takes logits. */
function outputActivation(experiment: Experiment): 'sigmoid' | 'softmax' | null {
  const head = outputHead(experiment)
  return experiment.loss === 'mse' && head !== 'linear' ? head : null
}

function after(context: Context, layer: NetworkLayer, i: number): CodeLine[] {
  const { regularization } = context.experiment
  const general = layer.dropout === regularization.dropout && !isInsideBlock(context.experiment, i)
  const rate = (general ? context.swept('dropout') : null) ?? (layer.dropout > 0 ? layer.dropout : null)
  return [
    ...(layer.kind === 'convolution' && layer.pool > 1
      ? [line(`keras.layers.MaxPooling2D(${layer.pool})`, 'blocks')]
      : []),
    ...(rate === null ? [] : [line(`keras.layers.Dropout(${rate})`, 'dropout')]),
  ]
}

/** Convolutions before the last of their block have no dropout after them; neither has the output. */
function isInsideBlock(experiment: Experiment, i: number): boolean {
  const layers = networkLayers(experiment)
  if (i === layers.length - 1) return true
  if (layers[i]!.kind !== 'convolution') return false
  const ends = experiment.model.blocks.map((_, block, all) =>
    all.slice(0, block + 1).reduce((sum, { layers }) => sum + layers, 0),
  )
  return !ends.includes(i + 1)
}
