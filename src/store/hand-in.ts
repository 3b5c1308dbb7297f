/** A run that was handed in, and what training it again has shown. */
import type { JudgedRun } from '../domain/assignment/judge.ts'
import type { Reproduction } from '../domain/run/reproduction.ts'
import type { ReadRecord } from '../domain/run/run-record.ts'

export type HandInCheck =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly epoch: number }
  /** By hand, before it had ended. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed' }
  /** The run began with weights of another run, which its record does not have. */
  | { readonly kind: 'not-from-seed' }
  /** With what the repeated run is, as far as the recorded one went. */
  | { readonly kind: 'done'; readonly found: Reproduction; readonly again: JudgedRun }

export interface HandIn {
  readonly id: number
  readonly record: ReadRecord
  readonly check: HandInCheck
}
