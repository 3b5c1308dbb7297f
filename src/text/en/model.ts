import { counted, whole } from '../format.ts'

export const model = {
  model: {
    input: 'input',
    output: 'output',
    inputs: (count: number) => counted(count, 'feature'),
    pixels: (width: number, height: number) => `${width} × ${height} pixels`,
    steps: (steps: number, features: number) =>
      features === 1 ? counted(steps, 'step') : `${counted(steps, 'step')} × ${whole(features)}`,
    /** Weight layers: convolutions, dense layers and the output. */
    depth: 'Depth',
    filters: (block: number) => `Filters of block ${block}`,
    convolutions: (block: number) => `Convolutions in block ${block}`,
    poolOf: (block: number) => `Pooling after block ${block}`,
    noPool: 'no pooling',
    pool: (side: number) => `max pool ${side} × ${side}`,
    removeBlock: (block: number) => `Remove block ${block}`,
    addBlock: 'Add block',
    flatten: (numbers: string) => `flat: ${numbers}`,
    layersLike: (layer: number) => `Layers like layer ${layer}`,
    gated: 'tanh, sigmoid gates',
    units: (layer: number) => `Units of layer ${layer}`,
    activationOf: (layer: number) => `Activation of layer ${layer}`,
    remove: (layer: number) => `Remove layer ${layer}`,
    add: 'Add layer',
    heads: { sigmoid: '1 sigmoid', linear: '1 linear', softmax: (classes: number) => `${classes} softmax` },
    /** Figures at the even places are printed bold. */
    ratio: (parameters: string, samples: string): readonly string[] => [
      parameters,
      parameters === '1' ? ' parameter for ' : ' parameters for ',
      samples,
      samples === '1' ? ' sample' : ' samples',
    ],
    inherited: (activation: string) => `${activation} (all)`,
  },
}
