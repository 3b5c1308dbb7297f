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
