/** The map of the course: the branches of its two questions, and what hangs from each, in order. */
export const BRANCHES = {
  /** Before the questions. */
  start: ['start'],
  /** The training error is bad. */
  training: ['capacity', 'steps', 'activation', 'optimizer', 'loss', 'structure'],
  /** The training error is good, the validation error is bad. */
  validation: ['overfitting', 'stop', 'penalty', 'dropout', 'data'],
  /** Both are good, or seem to be. */
  judging: ['judging'],
} as const
export type CourseBranch = keyof typeof BRANCHES
export type CoursePlace = (typeof BRANCHES)[CourseBranch][number]
