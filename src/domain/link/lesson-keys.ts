/** The lessons by the names that links have for them, in the order of the course. */
export const LESSON_KEYS = [
  'diagnosis',
  'spiral',
  'overfitting-over-time',
  'sealed-test',
  'early-stopping',
  'l1',
  'l2',
  'dropout',
  'more-data',
  'wrong-labels',
  'learning-rate',
  'batch-size',
  'sigmoid-to-relu',
  'depth-gradients',
  'dead-relus',
  'sgd-troubles',
  'momentum',
  'adagrad',
  'rmsprop',
  'adam',
  'optimizers-compared',
  'cross-entropy',
  'residual-blocks',
  'resnet',
  'lstm',
  'keras-flow',
  'u-curve',
  'double-descent',
  'picking-the-best',
] as const

export type LessonKey = (typeof LESSON_KEYS)[number]

/** What a lesson has one after another: a question, its runs, why they went so, and what to try next. */
export const LESSON_STEPS = ['predict', 'see', 'explain', 'try'] as const
export type LessonStep = (typeof LESSON_STEPS)[number]
