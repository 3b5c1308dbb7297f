import type { Trail } from '../../../../charts/paths/trail.ts'

/** A path as it is drawn. */
export interface ShownTrail extends Trail {
  /** The place of its optimizer in the scene. */
  readonly index: number
}
