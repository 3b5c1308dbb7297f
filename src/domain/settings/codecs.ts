/** How links write the values of settings. Reading what was written gives the value back. */
import type { DrawnPoint, Experiment } from '../experiment/experiment.ts'
import type { TableInfo } from '../table/table.ts'

export interface Codec {
  /** Text → value; undefined if unreadable. What is readable may still be refused by the schema. */
  readonly read: (text: string) => unknown
  readonly write: (value: unknown) => string
  /** What a list of several values is made of. A single one of `lists` has commas of its own. */
  readonly takes: 'numbers' | 'numbers-or-off' | 'names' | 'lists'
  readonly whole?: true
}

export const word = { read: (text: string) => text, write: String, takes: 'names' } as const

export const number = {
  read: (text: string) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined),
  write: String,
  takes: 'numbers',
} as const

export const count = { ...number, whole: true } as const

/** A number in a list. What is none stays the text it is, so that whoever refuses it can quote it. */
const numberIn = (text: string) => number.read(text) ?? text

export const flag = {
  read: (text: string) => (text === '1' ? true : text === '0' ? false : undefined),
  write: (value: unknown) => (value ? '1' : '0'),
  takes: 'names',
} as const

export const words = {
  read: (text: string) => text.split(','),
  write: (value: unknown) => (value as string[]).join(','),
  takes: 'lists',
} as const

export const numberOrOff = {
  read: (text: string) => (text === 'off' ? null : number.read(text)),
  write: (value: unknown) => (value === null ? 'off' : String(value)),
  takes: 'numbers-or-off',
} as const

export const countOrOff = { ...numberOrOff, whole: true } as const

/** `64,32:tanh,16:relu:0.5`: units, then whatever the layer has of its own. `none` is no hidden layer. */
export const layers = {
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
    const written = (value as Experiment['model']['layers']).map(({ units, activation, dropout }) =>
      [units, activation, dropout].filter((item) => item !== undefined).join(':'),
    )
    return written.length === 0 ? 'none' : written.join(',')
  },
  takes: 'lists',
} as const

/** `8,16:3:2`: filters, then convolutions one after another and the pooling where they are not one and 2. */
export const blocks = {
  read: (text: string) =>
    text.split(',').map((block) => {
      const [filters, layers = 1, pool = 2] = block.split(':').map(numberIn)
      return { filters, layers, pool }
    }),
  write: (value: unknown) =>
    (value as Experiment['model']['blocks'])
      .map(({ filters, layers, pool }) => {
        if (pool !== 2) return `${filters}:${layers}:${pool}`
        return layers === 1 ? String(filters) : `${filters}:${layers}`
      })
      .join(','),
  takes: 'lists',
} as const

/** `0:1.2,-3;1:0.5,2`: points by class, x before y, in the order they were drawn. */
export const points = {
  read: (text: string) =>
    text === ''
      ? []
      : text.split(';').map((point) => {
          const [label = '', place = ''] = point.split(':')
          const [x = '', y = ''] = place.split(',')
          return [numberIn(x), numberIn(y), numberIn(label)]
        }),
  write: (value: unknown) =>
    (value as readonly DrawnPoint[]).map(([x, y, label]) => `${label}:${x},${y}`).join(';'),
  takes: 'lists',
} as const

/** A table stays where it was read: a link names it and cannot carry it. */
export const table = {
  read: (text: string) => ({ digest: text }),
  write: (value: unknown) => (value as TableInfo).digest,
  takes: 'names',
} as const
