/**
 * A setting is one value of an experiment. Each `*-settings.ts` beside this file holds a group of an
 * experiment: the group's schema, and everything that concerns one of its values alone.
 */
import * as v from 'valibot'
import type { Codec } from './codecs.ts'
import type { SweepDefaults } from './sweep-defaults.ts'

export const PANELS = ['data', 'model', 'regularization', 'optimizer', 'stopping'] as const
export type Panel = (typeof PANELS)[number]

/** Where a value lives in an experiment: its group and its name there, or the group that is a value itself. */
type Path = readonly [group: string, name?: string]

/** Where the control of a setting stands. Its type decides which panel does not compile without it. */
export interface Place<On extends Panel, Folded extends boolean> {
  readonly panel: On
  /** Whether most experiments leave the setting alone: it stands under "More settings". */
  readonly folded: Folded
}

interface Setting<Of extends Path, On extends Panel, Folded extends boolean>
  extends Codec,
    Place<On, Folded> {
  readonly path: Of
  /** What a sweep over it begins with; null where it cannot be swept. */
  readonly sweep: SweepDefaults | null
}

export function setting<const Of extends Path, On extends Panel, Folded extends boolean>(
  path: Of,
  codec: Codec,
  place: Place<On, Folded>,
  sweep: SweepDefaults | null,
): Setting<Of, On, Folded> {
  return { ...codec, path, ...place, sweep }
}

export const shown = <On extends Panel>(panel: On): Place<On, false> => ({ panel, folded: false })
export const folded = <On extends Panel>(panel: On): Place<On, true> => ({ panel, folded: true })

export const integer = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
export const real = (min: number, max: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max))
/** A share in [0, 1): 1 itself would leave nothing. */
export const share = v.pipe(v.number(), v.minValue(0), v.ltValue(1))
