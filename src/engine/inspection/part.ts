/** The outputs for the samples of a part. */
import { outputDecoder } from '../../domain/data/dataset.ts'
import type { Inspection, PartSeen } from '../../protocol/inspection.ts'
import type { Inspected } from './inspected.ts'

export function seePart(network: Inspected, { part }: Extract<Inspection, { kind: 'part' }>): PartSeen {
  const { experiment, source, most } = network
  const { count, inputs } = network.parts()[part]
  const rows = inputs.subarray(0, (Math.min(count, most) * inputs.length) / count)
  const outputs = network.borrow((trainer) => trainer.predict(rows))
  return { kind: 'part', outputs: outputDecoder(experiment, source)(outputs) }
}
