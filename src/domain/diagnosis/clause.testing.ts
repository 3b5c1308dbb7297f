/** One clause of a rule as its test writes it down a second time. */
import type { Quantity, Rule } from './verdict.ts'

export type Values = Partial<Record<Quantity, number>>

export interface Clause {
  readonly rule: Rule
  /** Values that the clause holds with. What is not here was not measured. */
  readonly values: Values
  readonly edges: readonly (readonly [Quantity, 'at least' | 'below', number])[]
}
