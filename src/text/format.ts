/** Numbers as the page writes them: true minus, narrow space between thousands, × for ratios. Same in both languages. */
const MINUS = '−'
const THIN = '\u202f'

const signed = (text: string) => text.replaceAll('-', MINUS)

/** 4417 → 4 417 */
export function whole(value: number): string {
  return signed(Math.round(value).toString()).replace(/\B(?=(\d{3})+$)/g, THIN)
}

/** In English, a count with its noun: 1 row, 6 rows. Text is a count that was written already. */
export function counted(count: number | string, noun: string, nouns = `${noun}s`): string {
  const text = typeof count === 'number' ? whole(count) : count
  return `${text} ${text === '1' ? noun : nouns}`
}

/** A loss: three decimals, two from 1, none from 100; 2e−5 where three decimals would say nothing. */
export function loss(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  if (size >= 10_000) return power(value)
  if (size >= 100) return whole(value)
  if (size >= 1) return signed(value.toFixed(2))
  return size !== 0 && size < 0.001 ? power(value) : signed(value.toFixed(3))
}

/** A number of any kind: a count as a count, anything else as a loss. */
export function figure(value: number): string {
  return Number.isInteger(value) ? whole(value) : loss(value)
}

/** A weight: two decimals, more of a small one. −2.59, 0.037, 4.1e−5 */
export function weight(value: number): string {
  const size = Math.abs(value)
  if (!Number.isFinite(value) || size === 0) return value === 0 ? '0' : '–'
  if (size >= 0.1) return signed(value.toFixed(2))
  return size < 0.001 ? power(value) : signed(String(Number(value.toPrecision(2))))
}

/** A small size in two digits: 0.34, 2.1 × 10⁻² */
export function scientific(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value === 0 || (value >= 0.1 && value < 1000)) return String(Number(value.toPrecision(2)))
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e')
  return signed(`${mantissa} × 10${raised(Number(exponent))}`)
}

/** A power of ten at an axis: 1, 10⁻⁶ */
export function decade(value: number): string {
  const exponent = Math.round(Math.log10(value))
  return exponent === 0 || exponent === 1 ? String(10 ** exponent) : `10${raised(exponent)}`
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function raised(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => RAISED[Number(digit)]).join('')
  return exponent < 0 ? `⁻${digits}` : digits
}

/** At an axis of losses, exactly and never long: 0.05, 5 000, 2e4, 1.2e−5. */
export function tick(value: number): string {
  const clean = Number(value.toPrecision(6))
  const size = Math.abs(clean)
  if (size !== 0 && (size >= 10_000 || size < 0.001)) {
    const [mantissa = '', exponent = ''] = clean.toExponential().split('e')
    return signed(`${mantissa}e${Number(exponent)}`)
  }
  return size >= 1000 && Number.isInteger(clean) ? whole(clean) : signed(String(clean))
}

/** A setting, exactly: 0.003, 1e−7, 64. */
export function settingNumber(value: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 10_000 && Number.isInteger(value)) return whole(value)
  if (size < 0.001) {
    const [mantissa = '', exponent = ''] = value.toExponential().split('e')
    return signed(`${mantissa}e${Number(exponent)}`)
  }
  return signed(String(Number(value.toPrecision(6))))
}

/** A difference with its sign, as `write` writes sizes: +0.09, −1.09; ±0.00 where it has too few digits for one. */
export function signedText(difference: number, write: (size: number) => string): string {
  const size = write(Math.abs(difference))
  return size === write(0) ? `±${size}` : `${difference < 0 ? MINUS : '+'}${size}`
}

/** 0.874 → 87.4% */
export function percent(share: number, digits = 1): string {
  return Number.isFinite(share) ? `${signed((100 * share).toFixed(digits))}%` : '–'
}

/** ×13, ×1.4; a dash where there is none. */
export function ratio(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–'
  if (value >= 1e6) return `×${power(value)}`
  if (value >= 1000) return `×${whole(Number(value.toPrecision(2)))}`
  return `×${value >= 10 ? Math.round(value) : value.toFixed(1)}`
}

/** Accuracy in percent or R² with two decimals, whichever the score has; a dash for an R² that is none. */
export function qualityText({ accuracy, r2 }: { readonly accuracy?: number; readonly r2?: number }): string {
  return accuracy === undefined ? rSquared(r2 ?? Number.NaN) : percent(accuracy)
}

/** 0.87, −2.8e37; a dash where there is none, as of a single sample. */
export function rSquared(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return Math.abs(value) < 100 ? signed(value.toFixed(2)) : loss(value)
}

/** 1.6 MB */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(value, 1)) / 3)))
  const scaled = value / 1000 ** step
  return `${scaled >= 100 || step === 0 ? Math.round(scaled) : scaled.toFixed(1)} ${units[step]}`
}

/** 0.27 s, 12 s, 3:05 */
export function duration(seconds: number): string {
  return seconds < 10 ? `${seconds.toFixed(2)} s` : clock(seconds)
}

/** An estimate, so no decimals: 4 s, 3:05 */
export function clock(seconds: number): string {
  const rounded = Math.round(seconds)
  if (rounded < 60) return `${rounded} s`
  return `${Math.floor(rounded / 60)}:${String(rounded % 60).padStart(2, '0')}`
}

/** Epochs per second: 4 900, 214, 8.3, 0.05 */
export function rate(value: number): string {
  if (value >= 10) return whole(value)
  return value >= 0.95 ? value.toFixed(1) : String(Number(value.toPrecision(1)))
}

function power(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e')
  return signed(`${mantissa.replace(/\.0$/, '')}e${Number(exponent)}`)
}
