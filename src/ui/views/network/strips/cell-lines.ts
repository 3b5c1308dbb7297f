/** The lines of pictures of a recurrent layer: its gates, what it remembers, and what it says. */
import type { RecurrentLayer } from '../../../../domain/network/layers.ts'
import type { AllMessages } from '../../../../text/messages.ts'
import type { CellSeen } from './strips-sight.ts'

export interface CellLine {
  readonly name: string
  /** Steps × units. */
  readonly values: Float32Array
  /** How far from 0 a value has the full colour; undefined where there is no bound. */
  readonly reach: number | undefined
}

/** In Keras' order of the gates. */
export function cellLines({ cell, activation }: RecurrentLayer, seen: CellSeen, t: AllMessages): CellLine[] {
  const { gates, cells, states } = seen
  const names = t.strips.gates[cell]
  const bounded = cell !== 'rnn' || activation === 'tanh' || activation === 'sigmoid'
  return [
    ...gates.map((values, i) => ({ name: names[i]!, values, reach: 1 })),
    ...(cells ? [{ name: t.strips.memory, values: cells, reach: undefined }] : []),
    { name: t.strips.state, values: states, reach: bounded ? 1 : undefined },
  ]
}
