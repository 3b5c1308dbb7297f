import type { Experiment } from '../../domain/experiment/experiment.ts'

/** The same network with every unit on. */
export function withoutDropout({ model, regularization, ...rest }: Experiment): Experiment {
  return {
    ...rest,
    model: { ...model, layers: model.layers.map(({ dropout: _, ...layer }) => layer) },
    regularization: { ...regularization, dropout: 0 },
  }
}
