/** What each unit of a network does, and how hard its weights are pulled at. */
import { inputEncoder, outputDecoder } from '../../domain/data/dataset.ts'
import type { Activation } from '../../domain/experiment/experiment.ts'
import type { NetworkLayer } from '../../domain/network/layers.ts'
import { networkLayers } from '../../domain/network/network.ts'
import { thinnedWeights } from '../../domain/training/dropout-step.ts'
import type { ActivationsSeen, InspectionOf, UnitsSeen } from '../../protocol/inspection.ts'
import type { Trainer } from '../training/trainer.ts'
import type { Inspected } from './inspected.ts'
import { withoutDropout } from './without-dropout.ts'

export function seeActivations(
  network: Inspected,
  { rows, step }: Pick<InspectionOf<'units'>, 'rows' | 'step'>,
): ActivationsSeen {
  const { experiment, source, weights } = network
  const inputs = inputEncoder(experiment, source)(rows)
  const through = step === null ? weights : thinnedWeights(experiment, weights, step)
  const made = network.borrow((trainer) => trainer.activations(inputs), { weights: through })
  const outputs = outputDecoder(experiment, source)(made.at(-1)!)
  return { kind: 'activations', inputs, layers: [...made.slice(0, -1), outputs] }
}

export function seeUnits(network: Inspected, what: InspectionOf<'units'>): UnitsSeen {
  const { experiment, weights } = network
  const layers = networkLayers(experiment)
  const { train } = network.parts()
  const whole = { from: 0, to: train.count, epoch: 1, index: 0 }
  const { gradient, hidden } = network.borrow(
    (trainer: Trainer) => {
      trainer.accumulate(whole, 0, train.count)
      return { gradient: trainer.readGradient(), hidden: trainer.activations(train.inputs).slice(0, -1) }
    },
    { experiment: withoutDropout(experiment), parts: { train } },
  )
  return {
    ...seeActivations(network, what),
    kind: 'units',
    weights,
    gradients: layers.map((layer) => incomingSizes(layer, gradient)),
    saturated: hidden.map((activations, i) => saturatedShares(layers[i]!, activations)),
  }
}

/** The root mean square of a dense kernel's columns. */
function incomingSizes({ inputs, outputs, kernelAt }: NetworkLayer, gradient: Float32Array): Float32Array {
  const squares = new Float32Array(outputs)
  for (let i = 0; i < inputs * outputs; i++) squares[i % outputs]! += gradient[kernelAt + i]! ** 2
  return squares.map((sum) => Math.sqrt(sum / inputs))
}

/** Whether a unit that hands on this is saturated; null for activations that never are. */
const SATURATED: Readonly<Record<Activation, ((a: number) => boolean) | null>> = {
  linear: null,
  sigmoid: (a) => a < 0.025 || a > 0.975,
  tanh: (a) => Math.abs(a) > 0.95,
  relu: (a) => a === 0,
  'leaky-relu': null,
  elu: null,
  gelu: null,
}

function saturatedShares(
  { activation, outputs }: NetworkLayer,
  activations: Float32Array,
): Float32Array | null {
  const isSaturated = SATURATED[activation]
  if (isSaturated === null) return null
  const counts = new Float32Array(outputs)
  for (let i = 0; i < activations.length; i++) if (isSaturated(activations[i]!)) counts[i % outputs]!++
  return counts.map((count) => (count * outputs) / activations.length)
}
