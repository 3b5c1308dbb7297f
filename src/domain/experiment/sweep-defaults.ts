/** What a sweep over a setting begins with. */
export interface SweepDefaults {
  /** Its usual values, as a person would type them; null where it begins around the value it has. */
  readonly values: string | null
  /** How a range of values is spread. */
  readonly spacing: 'linear' | 'log'
  /** Values to choose from, where they are few. */
  readonly choices: readonly string[] | null
}

export const linear = (values: string | null): SweepDefaults => ({ values, spacing: 'linear', choices: null })
export const log = (values: string | null): SweepDefaults => ({ values, spacing: 'log', choices: null })
export const among = (choices: readonly string[], values: string | null = null): SweepDefaults => ({
  values,
  spacing: 'linear',
  choices,
})
export const around = linear(null)
export const onOff = linear('0 1')
