import { typedNumber } from '../../domain/numbers/number-text.ts'

/** The numbers that a field takes. */
export interface Limits {
  readonly low: number
  readonly high: number
  readonly whole: boolean
}

/** The reason why a typed text was refused. */
export type Refusal =
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] }
  | { readonly kind: 'whole' }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }

export type Parsed =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly refusal: Refusal }

/** A number as people type it (domain/numbers/number-text.ts says what that is), within what the field takes; nothing is rounded. */
export function parseNumber(text: string, { low, high, whole }: Limits): Parsed {
  const typed = typedNumber(text, whole)
  if (typed.kind !== 'number') return refused(typed)
  const { value } = typed
  if (whole && !Number.isInteger(value)) return refused({ kind: 'whole' })
  return value >= low && value <= high ? { ok: true, value } : refused({ kind: 'range', low, high })
}

const refused = (refusal: Refusal): Parsed => ({ ok: false, refusal })
