/** Which rows of a file did not go into its table as they were, by the table's digest. A reload forgets it. */
export interface LeftOut {
  readonly dropped: number
  readonly filled: number
  /** The number of training rows that became the validation part. */
  readonly held: number
}

const known = new Map<string, LeftOut>()

export function rememberLeftOut(digest: string, leftOut: LeftOut) {
  known.set(digest, leftOut)
}

export function leftOutOf(digest: string): LeftOut {
  return known.get(digest) ?? { dropped: 0, filled: 0, held: 0 }
}
