/** Every kind of network by Adam and SGD, and with dropout, penalties and clipping: the two engines end up in the same place. */
import { describe, it } from 'vitest'
import { agree, KINDS, rate } from './agreement.testing.ts'

describe.each(KINDS)('%s', (_, network) => {
  it('Adam', () => agree({ ...network, optimizer: { kind: 'adam', learningRate: rate.adam } }))

  it('SGD', () => agree({ ...network, optimizer: { kind: 'sgd', learningRate: rate.sgd } }))

  it('dropout, in batches that are cut in chunks', () => {
    const optimizer = { kind: 'momentum', learningRate: rate.momentum } as const
    agree({ ...network, optimizer, regularization: { dropout: 0.3 } }, { chunk: 4 })
  })

  it('penalties by slope and by proximal step, and clipping', () => {
    const optimizer = { kind: 'adamw', learningRate: 1e-3, clipNorm: 0.1 } as const
    agree({ ...network, optimizer, regularization: { l1: 1e-3, l2: 2e-3 } })
    agree({ ...network, optimizer, regularization: { l1: 2e-3, l2: 2e-3, proximal: true } })
  })
})
