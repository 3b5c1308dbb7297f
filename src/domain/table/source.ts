/** Samples that are not generated: those of a file, of a person's table, or drawn points. */
export interface Source {
  /** Row-major: bytes of images, numbers of everything else. */
  readonly inputs: Uint8Array | Float32Array | Float64Array
  /** Class number or number to predict of each sample. */
  readonly targets: Uint8Array | Float32Array | Float64Array
  /** The part of each row, if the table says it: 0 train, 1 validation, 2 test. */
  readonly partOf?: Uint8Array
}
