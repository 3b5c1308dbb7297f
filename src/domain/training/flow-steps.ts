/** The steps of a Keras program, in order. */
export type FlowStep = 'build' | 'compile' | 'fit' | 'evaluate' | 'predict'
