/** Layers as strips: what filters see in an image, what gates do over a sequence. */
import { counted } from '../format.ts'

export const strips = {
  strips: {
    image: 'The image as the network is given it',
    sequence: (steps: number, features: number) =>
      `The sequence: ${counted(steps, 'step')} from left to right, ${features === 1 ? 'one feature' : `a line for each of ${counted(features, 'feature')}`}`,
    class: (truth: string, predicted: string, sure: string): string =>
      truth === predicted
        ? `This is ${truth}, and the network says so with ${sure}.`
        : `This is ${truth}, and the network says ${predicted} with ${sure}.`,
    number: (truth: string, output: string) => `The truth is ${truth}, and the network says ${output}.`,
    filters: (count: string, side: number, activation: string) =>
      `${counted(count, 'filter')}, ${side} × ${side}, ${activation}`,
    cells: (kind: string, units: string) => `${kind}, ${counted(units, 'unit')}`,
    kinds: { rnn: 'simple RNN', lstm: 'LSTM', gru: 'GRU' },
    units: (count: string) => `What its ${counted(count, 'unit')} hand on, from left to right`,
    filter: (filter: number) => `Filter ${filter}`,
    sees: (filter: number) => `What filter ${filter} answers at every place`,
    answers: (filter: number, mean: string, most: string, zero: string) =>
      `Filter ${filter}: mean ${mean}, largest ${most}, 0 at ${zero} of all places.`,
    kernel: (channel: number) => `Weights for channel ${channel}`,
    channels: (channels: number): string =>
      channels === 1 ? 'Its weights' : `Its weights for each of the ${counted(channels, 'channel')} below`,
    someChannels: (drawn: string, all: string) =>
      `Its weights for ${drawn} of the ${counted(all, 'channel')} below`,
    gates: {
      rnn: [] as readonly string[],
      lstm: ['input gate', 'forget gate', 'candidate', 'output gate'] as readonly string[],
      gru: ['update gate', 'reset gate', 'candidate'] as readonly string[],
    },
    memory: 'memory',
    state: 'says',
    overSteps: (name: string, units: string, steps: string) =>
      `${name}: ${counted(units, 'unit')} over ${counted(steps, 'step')}`,
    step: (step: string, of: string) => `Step ${step} of ${of}`,
    atStep: (name: string, step: string) => `${name}, step ${step}`,
    inLayer: (layer: string, place: string) => `${layer}, ${place}`,
    place: 'place',
    mean: 'mean',
    least: 'smallest',
    most: 'largest',
    zero: 'exactly 0',
  },
}
