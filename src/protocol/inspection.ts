/** What views ask of a network beside its outputs at given rows, and what they are told. Types only. */
import type { Part } from '../domain/experiment/experiment.ts'
import type { DropoutStep } from '../domain/training/dropout.ts'

export type Inspection =
  /** What each unit computes at raw rows, and what moves it. With a step, the units that it dropped are off. */
  | {
      readonly kind: 'units'
      readonly rows: Float32Array | Float64Array
      readonly step: DropoutStep | null
    }
  /** What each unit hands on at raw rows, and nothing else. */
  | {
      readonly kind: 'activations'
      readonly rows: Float32Array | Float64Array
      readonly step: DropoutStep | null
    }
  /** What the layers of a convolutional or recurrent network make of a raw row. */
  | { readonly kind: 'strips'; readonly rows: Float32Array | Float64Array }
  /** The outputs for the samples of a part. */
  | { readonly kind: 'part'; readonly part: Part }
  /** How large the gradient of each layer's weights is, weight by weight. */
  | { readonly kind: 'gradients' }
  /**
   * The loss of networks beside this one: at a·first + b·second from its weights, for each pair (a, b) of `places`, of the
   * first `samples` training samples. It takes as long as the places and samples need, so whoever asks divides the work.
   */
  | {
      readonly kind: 'slice'
      /** Each as long as all weights, in the order of `weightTensors`. */
      readonly directions: readonly [Float32Array, Float32Array]
      readonly places: Float64Array
      readonly samples: number
    }
  /** How large the weights of each layer are. */
  | { readonly kind: 'weights' }
  /** How large they were at several epochs, given with the weights at each, flat. */
  | {
      readonly kind: 'weight-history'
      readonly moments: readonly { readonly epoch: number; readonly weights: Float32Array }[]
    }

/** Arrays for layers go from the input side to the output layer, unless they say that they are of hidden layers. */
interface Activations {
  /** The rows as the network is given them, row-major. */
  readonly inputs: Float32Array
  /**
   * For each layer the activations of its units at the rows, row-major, dropout off or through the step's mask; of the
   * output layer probabilities, or numbers in the units of the targets.
   */
  readonly layers: readonly Float32Array[]
}

export interface ActivationsSeen extends Activations {
  readonly kind: 'activations'
}

/** Steps × units, row-major. */
export interface CellSeen {
  /** After their activations, in Keras' order: i f c o of an LSTM, z r h of a GRU; none of a simple RNN. */
  readonly gates: readonly Float32Array[]
  /** What the layer says after each step, and what an LSTM remembers. */
  readonly states: Float32Array
  readonly cells: Float32Array | null
}

/** Of one row, dropout off; `layers` has of a convolution height × width × filters, before pooling. */
export interface StripsSeen extends Activations {
  readonly kind: 'strips'
  /** Of each layer its kernel, kernel × kernel × channels × filters; null of other layers. */
  readonly kernels: readonly (Float32Array | null)[]
  /** Of each layer; null of others than recurrent ones. */
  readonly cells: readonly (CellSeen | null)[]
}

export interface UnitsSeen extends Activations {
  readonly kind: 'units'
  /** All weights in the order of `weightTensors`. */
  readonly weights: Float32Array
  /**
   * For each layer and unit the root mean square of the gradient of its incoming weights, bias left out: of the mean data loss
   * of the whole training part at these weights, dropout off.
   */
  readonly gradients: readonly Float32Array[]
  /**
   * For each hidden layer and unit the share of training samples at which it is saturated, dropout off: |a| > 0.95 for tanh,
   * a < 0.025 or a > 0.975 for sigmoid, a = 0 for ReLU. null for activations that have no such value.
   */
  readonly saturated: readonly (Float32Array | null)[]
}

export interface PartSeen {
  readonly kind: 'part'
  /**
   * Row-major, for the first samples of the part: probabilities of classes (one number for two classes) or the predicted
   * number in the units of the targets. A run in training answers for as many as take it no longer than a chunk of training.
   */
  readonly outputs: Float32Array
}

/** The weights of a layer's kernel, the recurrent one with it; biases and projections are left out. */
export interface LayerWeights {
  readonly name: string
  /** How many weights there are. */
  readonly count: number
  /** √Σw² */
  readonly norm: number
  /** The shares of weights that are exactly 0, and of those with |w| < 0.01, the zeros among them. */
  readonly zero: number
  readonly nearZero: number
  /** Both histograms have equal bins from −reach to reach, and hold every weight. */
  readonly reach: number
  readonly counts: Uint32Array
  /** Of the weights that the experiment's seed gives, before any training. */
  readonly startCounts: Uint32Array
}

export interface WeightsSeen {
  readonly kind: 'weights'
  readonly layers: readonly LayerWeights[]
  /** Of image inputs: the incoming weights of the first layer's first units, a picture each, row-major. */
  readonly pictures: {
    readonly height: number
    readonly width: number
    readonly units: readonly Float32Array[]
    /** How many units the layer has. */
    readonly all: number
  } | null
}

/** A layer's kernel at one epoch. */
interface LayerMoment {
  readonly epoch: number
  readonly norm: number
  readonly zero: number
  readonly nearZero: number
  readonly counts: Uint32Array
}

export interface WeightHistorySeen {
  readonly kind: 'weight-history'
  readonly layers: readonly {
    readonly name: string
    readonly count: number
    /** The histograms of all epochs have the same bins, from −reach to reach, and hold every weight. */
    readonly reach: number
    readonly moments: readonly LayerMoment[]
  }[]
}

export interface GradientsSeen {
  readonly kind: 'gradients'
  /**
   * Of the mean data loss of so many training samples, the first ones, dropout off, penalties left out. A run in training
   * takes as many as take it no longer than a chunk of training.
   */
  readonly samples: number
  /** Of each kernel, the recurrent one with it. */
  readonly layers: readonly {
    readonly name: string
    readonly rms: number
    /** The share of weights whose gradient is exactly 0. */
    readonly zero: number
    /** How many of the other weights have a gradient of each size (domain/run/gradient-bins.ts); the outer bins hold all beyond them. */
    readonly counts: Uint32Array
  }[]
}

export interface SliceSeen {
  readonly kind: 'slice'
  /** The mean data loss at each place, dropout off, penalties left out. */
  readonly losses: Float64Array
}

export type Seen =
  | UnitsSeen
  | ActivationsSeen
  | StripsSeen
  | PartSeen
  | GradientsSeen
  | SliceSeen
  | WeightsSeen
  | WeightHistorySeen

export type InspectionOf<K extends Inspection['kind']> = Extract<Inspection, { kind: K }>
/** What an inspection of a kind is answered with. */
export type SeenOf<K extends Inspection['kind']> = Extract<Seen, { kind: K }>
