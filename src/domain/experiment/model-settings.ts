/** The settings of the model: what kind of network, its layers, and how its weights begin. */
import * as v from 'valibot'
import { type Codec, count, number, numberIn, word } from './codecs.ts'
import { folded, integer, setting, share, shown } from './setting.ts'
import { among, around, linear } from './sweep-defaults.ts'

export const ACTIVATIONS = ['linear', 'sigmoid', 'tanh', 'relu', 'leaky-relu', 'elu', 'gelu'] as const
/**
 * `residual-mlp`: every two layers after the first are a block whose input is added to its output. `residual-cnn`: the
 * same of the convolutions between two poolings. `rnn` is Elman's, with tanh or ReLU.
 */
export const MODEL_KINDS = ['mlp', 'residual-mlp', 'cnn', 'residual-cnn', 'rnn', 'lstm', 'gru'] as const
export const INITIALIZERS = [
  'glorot-uniform',
  'glorot-normal',
  'he-uniform',
  'he-normal',
  'lecun-normal',
  'small-uniform',
  'zeros',
] as const

const LayerSchema = v.strictObject({
  units: integer(1, 100_000),
  activation: v.optional(v.picklist(ACTIVATIONS)),
  dropout: v.optional(share),
})

/** Convolutions of one width, then a pooling. */
const BlockSchema = v.strictObject({
  filters: integer(1, 512),
  /** Convolutions one after another. */
  layers: v.optional(integer(1, 32), 1),
  /** Side of the square of which pooling keeps the largest number; 1 means no pooling. */
  pool: v.optional(integer(1, 4), 2),
})

export const ModelSchema = v.strictObject({
  kind: v.optional(v.picklist(MODEL_KINDS), 'mlp'),
  /** Convolutional networks only: their convolutions, before the dense layers. */
  blocks: v.optional(v.pipe(v.array(BlockSchema), v.minLength(1), v.maxLength(8)), () => [
    { filters: 8, layers: 1, pool: 2 },
    { filters: 16, layers: 1, pool: 2 },
  ]),
  /** Side of every convolution's square; the border is padded with zeros. */
  kernel: v.optional(v.picklist([1, 3, 5, 7]), 3),
  /** The hidden dense layers or, of a recurrent network, its recurrent layers. */
  layers: v.optional(v.pipe(v.array(LayerSchema), v.maxLength(64)), () => [
    { units: 8 },
    { units: 8 },
    { units: 8 },
  ]),
  activation: v.optional(v.picklist(ACTIVATIONS), 'tanh'),
  initializer: v.optional(v.picklist(INITIALIZERS), 'glorot-uniform'),
})

export type Layer = v.InferOutput<typeof LayerSchema>
export type Block = v.InferOutput<typeof BlockSchema>

/**
 * `64,32:tanh,16:relu:0.5`: the units of each layer, then its own activation and dropout if it has any.
 * `none` means no hidden layer.
 */
const layersCodec: Codec = {
  read(text: string) {
    if (text === 'none') return []
    return text.split(',').map((layer) => {
      const [units = '', ...rest] = layer.split(':')
      const own = rest.map((item) => {
        const dropout = number.read(item)
        return dropout === undefined ? { activation: item } : { dropout }
      })
      return Object.assign({ units: numberIn(units) }, ...own)
    })
  },
  write(value: unknown) {
    const written = (value as readonly Layer[]).map(({ units, activation, dropout }) =>
      [units, activation, dropout].filter((item) => item !== undefined).join(':'),
    )
    return written.length === 0 ? 'none' : written.join(',')
  },
  takes: 'lists',
}

/**
 * `8,16:3:2`: the filters of each block, then its number of convolutions and its pooling where they are not 1
 * and 2.
 */
const blocksCodec: Codec = {
  read: (text: string) =>
    text.split(',').map((block) => {
      const [filters, layers = 1, pool = 2] = block.split(':').map(numberIn)
      return { filters, layers, pool }
    }),
  write: (value: unknown) =>
    (value as readonly Block[])
      .map(({ filters, layers, pool }) => {
        if (pool !== 2) return `${filters}:${layers}:${pool}`
        return layers === 1 ? String(filters) : `${filters}:${layers}`
      })
      .join(','),
  takes: 'lists',
}

export const MODEL_SETTINGS = {
  model: setting(['model', 'kind'], word, shown('model'), among(MODEL_KINDS)),
  blocks: setting(['model', 'blocks'], blocksCodec, shown('model'), around),
  kernel: setting(['model', 'kernel'], count, folded('model'), among(['1', '3', '5', '7'])),
  layers: setting(['model', 'layers'], layersCodec, shown('model'), linear('none 8 64,64')),
  activation: setting(['model', 'activation'], word, shown('model'), among(ACTIVATIONS, 'sigmoid tanh relu')),
  init: setting(
    ['model', 'initializer'],
    word,
    folded('model'),
    among(INITIALIZERS, 'glorot-uniform he-uniform zeros'),
  ),
}
