/** Samples that are not generated: a file's, a person's table's, or drawn points'. */
export interface Source {
  /** Row-major: bytes of images, numbers of everything else. */
  readonly inputs: Uint8Array | Float32Array | Float64Array
  /** Class number or number to predict of each sample. */
  readonly targets: Uint8Array | Float32Array | Float64Array
  /** Of a table that says itself which part a row belongs to: 0 train, 1 validation, 2 test. */
  readonly partOf?: Uint8Array
}
