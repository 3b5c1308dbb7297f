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

interface Setting<Of extends Path> extends Codec {
  readonly path: Of
  readonly panel: Panel
  /** Whether most experiments leave it alone: it stands under "More settings". */
  readonly folded: boolean
  /** What a sweep over it begins with; null where it cannot be swept. */
  readonly sweep: SweepDefaults | null
}

export function setting<const Of extends Path>(
  path: Of,
  codec: Codec,
  place: Pick<Setting<Of>, 'panel' | 'folded'>,
  sweep: SweepDefaults | null,
): Setting<Of> {
  return { ...codec, path, ...place, sweep }
}

export const shown = (panel: Panel) => ({ panel, folded: false })
export const folded = (panel: Panel) => ({ panel, folded: true })

export const integer = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
export const real = (min: number, max: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max))
/** A share in [0, 1): 1 itself would leave nothing. */
export const share = v.pipe(v.number(), v.minValue(0), v.ltValue(1))
