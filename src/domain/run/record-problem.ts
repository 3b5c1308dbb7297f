/**
 * Why what somebody opened cannot be used. `newer`: a later version of the page wrote it. `table-alone`, `weights-alone`:
 * numbers without the run they belong to. `run-table`, `sweep-table`, `picture`: the page saves these for people.
 * `foreign`: the page did not write it. `sweep-running`: opening another would throw its runs away.
 */
export type ImportProblem =
  | 'too-large'
  | 'too-deep'
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
  | 'run-table'
  | 'sweep-table'
  | 'picture'
  | 'foreign'

/** Most characters of a file, or of an inflated link, that holds runs or a sweep as text. */
export const LARGEST_FILE = 64_000_000
/** Most bytes of a file of weights: they are four bytes each. */
export const LARGEST_WEIGHTS = 512_000_000
/**
 * The deepest nesting of brackets. What this page writes is a handful deep; a million would block a browser
 * for seconds.
 */
export const DEEPEST = 100
