/** What of ConvNetJS the bench uses; the package has no types. */
declare module 'convnetjs' {
  class Vol {
    constructor(values: number[])
  }
  class Net {
    layers: readonly {
      readonly layer_type: string
      readonly filters?: readonly { readonly w: Float64Array }[]
    }[]
    makeLayers(definitions: readonly object[]): void
    forward(sample: Vol): { readonly w: Float64Array }
  }
  class Trainer {
    constructor(net: Net, options: object)
    train(sample: Vol, label: number): { readonly loss: number }
  }
}
