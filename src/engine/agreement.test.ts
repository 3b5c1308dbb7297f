/** Two engines written apart, given the same weights, order and data, end up in the same place. */
import { describe, it } from 'vitest'
import { ACTIVATIONS, INITIALIZERS, LOSSES, OPTIMIZERS } from '../domain/experiment/experiment.ts'
import { agree, KINDS, rate } from './agreement.testing.ts'

const model = { layers: [{ units: 7 }, { units: 5 }], activation: 'tanh' as const }
describe('the engines agree to 1e-4 after 200 steps', () => {
  it.each(OPTIMIZERS)('%s, with and without penalties and clipping', (kind) => {
    const optimizer = { kind, learningRate: rate[kind] }
    agree({ model, optimizer })
    agree({ model, optimizer, regularization: { l1: 1e-3, l2: 2e-3 } })
    agree({ model, optimizer: { ...optimizer, clipNorm: 0.05 }, regularization: { l2: 1e-2 } })
  })

  describe.each(ACTIVATIONS)('%s', (activation) => {
    it.each(LOSSES)('%s', (loss) => {
      agree({ model: { ...model, activation }, loss, optimizer: { kind: 'sgd', learningRate: 0.02 } })
    })
  })

  it('regression, one input, six powers', () =>
    agree({
      data: { set: 'sine', train: 24, validation: 24, degree: 6 },
      model,
      optimizer: { kind: 'sgd', learningRate: 0.02 },
    }))

  it.each(LOSSES)('ten classes of 784 inputs: %s', (loss) =>
    agree({
      data: { set: 'digits' },
      model: { layers: [{ units: 20 }, { units: 12, dropout: 0.3 }], activation: 'relu' },
      loss,
      optimizer: { kind: 'adam', learningRate: 1e-3 },
    }),
  )

  it('dropout draws the same masks', () =>
    agree({ model, regularization: { dropout: 0.4 }, optimizer: { kind: 'sgd', learningRate: 0.02 } }))

  it.each(INITIALIZERS)('from %s', (initializer) =>
    agree({ model: { ...model, initializer }, optimizer: { kind: 'sgd', learningRate: 0.02 } }),
  )

  it.each(ACTIVATIONS)('residual blocks, between equal and different widths: %s', (activation) => {
    const residual = (...units: number[]) => ({
      kind: 'residual-mlp' as const,
      activation,
      layers: units.map((n) => ({ units: n })),
    })
    const optimizer = { kind: 'adam' as const, learningRate: 1e-3 }
    agree({ model: residual(6, 5, 6, 7, 6), optimizer })
    agree({
      model: residual(6, 5, 3, 7, 4, 3),
      optimizer,
      regularization: { l1: 1e-4, l2: 1e-3, dropout: 0.2 },
    })
  })

  it.each(OPTIMIZERS)('%s with the proximal step of L1', (kind) => {
    const optimizer = { kind, learningRate: rate[kind] }
    agree({ model, optimizer, regularization: { l1: 5e-3, l2: 1e-3, proximal: true } })
  })

  // Over 200 steps, by SGD, and with dropout, penalties and clipping as well: agreement.proof.ts.
  it.each(KINDS)('after 50 steps of Adam: %s', (_, network) =>
    agree({ ...network, optimizer: { kind: 'adam', learningRate: rate.adam } }, { steps: 50 }),
  )

  it('a layer of one unit and a network of none', () => {
    agree({ model: { layers: [{ units: 1 }] }, optimizer: { kind: 'sgd', learningRate: 0.02 } })
    agree({ model: { layers: [] }, optimizer: { kind: 'sgd', learningRate: 0.02 } })
  })
})
