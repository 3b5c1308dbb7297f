/** Numbers for what the page calls by name. Read by the kernels and by the trainer that calls them. */
export const LINEAR = 0
export const SIGMOID = 1
export const TANH = 2
export const RELU = 3
export const LEAKY_RELU = 4
export const ELU = 5
export const GELU = 6

export const CROSS_ENTROPY = 0
export const MSE = 1

/** What turns logits into outputs. */
export const LINEAR_HEAD = 0
export const SIGMOID_HEAD = 1
export const SOFTMAX_HEAD = 2

export const DENSE = 0
export const CONVOLUTION = 1
export const RECURRENT = 2

export const RNN = 0
export const LSTM = 1
export const GRU = 2

/** Flags of a piece of a batch: that it is the first, and that its losses count in what `fit` prints. */
export const FIRST = 1
export const SCORED = 2

/** Flags of a network: which penalties it has. */
export const PENALIZES_L1 = 1
export const PENALIZES_L2 = 2

/**
 * Where the report (memory.ts) has the sums over weights and what it says of each kernel: before these come three sums of
 * each part. In numbers of eight bytes.
 */
export const REPORT_SIZES = 9
export const REPORT_KERNELS = 11
