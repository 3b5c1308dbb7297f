import { settingNumber } from './format.ts'
import type { Messages } from './messages.ts'

/** The reasons for which ui/kit/parse-number.ts refuses a text. */
type Refusal =
  | { readonly kind: 'none' | 'whole' }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }

/** Why a typed number was not taken, and what to write. */
export function refusalText(refusal: Refusal, { typed }: Messages): string {
  switch (refusal.kind) {
    case 'none':
    case 'whole':
      return typed[refusal.kind]
    case 'ambiguous':
      return typed.ambiguous(...refusal.readings)
    case 'range':
      return typed.range(settingNumber(refusal.low), settingNumber(refusal.high))
    default:
      return refusal satisfies never
  }
}
