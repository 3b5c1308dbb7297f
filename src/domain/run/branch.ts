/**
 * Where a run came from that did not begin with the weights of its seed: from the weights of another run at the end of one of
 * its epochs. Such a run has the epochs of the other up to there, and trains on with settings of its own. Its experiment alone
 * does not give its curves again.
 */

/** A weight that a person set by hand before the run trained on. */
export interface WeightEdit {
  /** The array, as records name it, and the index in it, row-major from 0. */
  readonly name: string
  readonly index: number
  readonly from: number
  readonly to: number
}

export interface Branch {
  /** The id of the run whose weights it began with. */
  readonly run: string
  /** The last epoch of that run; 0 for its weights before training. */
  readonly epoch: number
  /** Whether the optimizer's averages went on too, or started anew. */
  readonly optimizer: 'kept' | 'new'
  /** Absent where no weight was set by hand. */
  readonly edits?: readonly WeightEdit[]
}
