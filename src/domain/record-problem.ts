/**
 * Why what somebody opened cannot be used. `newer`: a later version of the page wrote it. `table-alone`, `weights-alone`:
 * numbers without the run they belong to. `sweep-running`: opening another would throw its runs away.
 */
export type ImportProblem =
  | 'too-large'
  | 'unreadable'
  | 'newer'
  | 'not-runs'
  | 'table-alone'
  | 'table-damaged'
  | 'weights-alone'
  | 'weights-damaged'
  | 'weights-kind'
  | 'sweep-damaged'
  | 'sweep-running'
