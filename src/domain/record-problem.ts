/** Why a file or a link of runs cannot be used. `newer`: a later version of the page wrote it. */
export type ImportProblem = 'too-large' | 'unreadable' | 'newer' | 'not-runs'
