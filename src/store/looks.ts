import type { Part } from '../domain/experiment/experiment.ts'

/** What a view looks at inside a network; its rows and its step are those of the moment. */
export type Look =
  /** The units over the plane or line of the data; through the mask of the last training step where asked for. */
  | { readonly kind: 'units'; readonly masked: boolean }
  /** What every unit makes of a training sample, from 0. */
  | { readonly kind: 'sample'; readonly sample: number; readonly masked: boolean }
  /** What the layers of a convolutional or recurrent network make of a training sample, from 0. */
  | { readonly kind: 'strips'; readonly sample: number }
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'weights' }
  | { readonly kind: 'gradients' }
  /** The weights at many of the epochs that are at hand. */
  | { readonly kind: 'weight-history' }
export type LookAt = Look['kind']
/** What the engine is asked for a look. */
export type Asked = 'activations' | Exclude<LookAt, 'sample'>
/** A look at one epoch. */
export type LookNow = Exclude<Look, { kind: 'weight-history' }>

/** Equal for looks that get the same answer. */
export function lookKey(look: Look): string {
  switch (look.kind) {
    case 'units':
      return look.masked ? 'masked units' : 'units'
    case 'sample':
      return `sample ${look.sample}${look.masked ? ' masked' : ''}`
    case 'strips':
      return `strips ${look.sample}`
    case 'part':
      return look.part
    case 'gradients':
    case 'weights':
    case 'weight-history':
      return look.kind
    default:
      return look satisfies never
  }
}
