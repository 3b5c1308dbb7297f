/** How links write the values of settings. Reading what was written gives the value back. */
export interface Codec {
  /** Text → value; undefined if unreadable. What is readable may still be refused by the schema. */
  readonly read: (text: string) => unknown
  readonly write: (value: unknown) => string
  /** What a list of several values consists of. A single value of `lists` contains commas itself. */
  readonly takes: 'numbers' | 'numbers-or-off' | 'names' | 'lists'
  readonly whole?: true
}

export const word = { read: (text: string) => text, write: String, takes: 'names' } as const

export const number = {
  read: (text: string) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined),
  write: String,
  takes: 'numbers',
} as const

export const count = { ...number, whole: true } as const

/**
 * Reads a number within a list. Text that is no number stays text, so that the message that refuses it can
 * quote it.
 */
export const numberIn = (text: string) => number.read(text) ?? text

export const flag = {
  read: (text: string) => (text === '1' ? true : text === '0' ? false : undefined),
  write: (value: unknown) => (value ? '1' : '0'),
  takes: 'names',
} as const

export const words = {
  read: (text: string) => text.split(','),
  write: (value: unknown) => (value as string[]).join(','),
  takes: 'lists',
} as const

export const numberOrOff = {
  read: (text: string) => (text === 'off' ? null : number.read(text)),
  write: (value: unknown) => (value === null ? 'off' : String(value)),
  takes: 'numbers-or-off',
} as const

export const countOrOff = { ...numberOrOff, whole: true } as const
